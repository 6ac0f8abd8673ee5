import type { MailWords } from './words';

/** Spanish. */
export const ES: MailWords = {
  hello: (name) => `Hola, ${name}:`,
  regards: 'Un saludo,',
  because: (sender) => `Recibe este mensaje por su cuenta con ${sender}.`,
  orOpen: 'O abra esta dirección:',
  labels: {
    invoice: 'Factura',
    due: 'Vencimiento',
    open: 'Pendiente',
    paid: 'Pagado',
    left: 'Aún pendiente',
    total: 'Total',
    standing: 'Situación',
    unapplied: 'Aún sin aplicar',
  },
  late: (days) => (days === 1 ? '1 día de retraso' : `${days} días de retraso`),
  dueIn: (days) => (days === 0 ? 'vence hoy' : days === 1 ? 'vence mañana' : `vence en ${days} días`),
  invitation: {
    subject: (sender) => `Le damos la bienvenida a ${sender}`,
    text: (by, sender) => `${by} le invita a ${sender}.`,
    as: {
      admin: 'Tendrá el papel de administrador: puede cambiar los libros e invitar a otras personas.',
      manager: 'Tendrá el papel de gestor: puede ver y exportar los libros.',
      customer: 'Verá lo que debe, sus facturas y sus pagos.',
    },
    owed: (amounts) => `En este momento hay ${amounts} pendiente.`,
    button: 'Aceptar la invitación',
    until: 'El enlace funciona una vez, durante 7 días. Usted elige su contraseña.',
  },
  reset: {
    subject: 'Elija una contraseña nueva',
    text: 'Alguien pidió una contraseña nueva para su acceso. Si fue usted, elíjala aquí.',
    button: 'Elegir una contraseña',
    until:
      'El enlace funciona una vez, durante 30 minutos. Si no fue usted, no haga nada: su contraseña sigue igual.',
  },
  address: {
    subject: 'Confirme su nueva dirección de correo',
    text: (sender) =>
      `Alguien, esperamos que usted, quiere entrar en ${sender} con esta dirección. Confírmela con el botón.`,
    button: 'Usar esta dirección',
    until:
      'El enlace funciona una vez, durante 30 minutos. Si no fue usted, no haga nada: nadie entra con esta dirección.',
  },
  entry: {
    subject: 'Su enlace de acceso',
    text: (sender) => `Este es el enlace para entrar en ${sender}.`,
    button: 'Entrar',
    until:
      'El enlace funciona una vez, durante 15 minutos. Si no lo pidió, no haga nada: nadie más lo tiene.',
  },
  test: {
    subject: (sender) => `Un mensaje de prueba de ${sender}`,
    text: (sender) => `Esto es una prueba. Si la lee, los mensajes de ${sender} llegan.`,
  },
  receipt: {
    subject: (amount) => `Recibo de su pago de ${amount}`,
    text: (amount, day, method) => `Gracias. Recibimos ${amount} el ${day} (${method}).`,
    reference: (number) => `Nuestra referencia: ${number}.`,
    owed: (amount) => `En su cuenta queda ${amount} pendiente.`,
    credit: (amount) => `Quedan ${amount} a su favor en la cuenta, para usar en lo que venga.`,
    nothing: 'Ya no queda nada pendiente en su cuenta.',
  },
  reminder: {
    subject: {
      before: (amount, sender) => `${amount} vence pronto, ${sender}`,
      first: (amount, sender) => `Recordatorio de ${amount}, ${sender}`,
      again: (amount, sender) => `${amount} sigue pendiente, ${sender}`,
      last: (amount, sender) => `Último recordatorio de ${amount}, ${sender}`,
    },
    text: {
      before: (amount) => `Una breve nota: ${amount} vence pronto.`,
      first: (amount) => `${amount} de su cuenta está pendiente. Quizá se le pasó.`,
      again: (amount) =>
        `${amount} de su cuenta sigue pendiente. Por favor, páguelo o díganos cuándo lo hará.`,
      last: (amount) =>
        `${amount} de su cuenta sigue pendiente tras varios recordatorios. Este es el último automático; después, alguien le llamará.`,
    },
    crossed: 'Si pagó en los últimos días, gracias: este mensaje se cruzó con su pago.',
    wrong: '¿Algo no está bien? Responda a este mensaje y detenemos los recordatorios.',
    button: 'Ver lo pendiente',
  },
  statement: {
    subject: (sender, day) => `Estado de cuenta de ${sender}, ${day}`,
    text: (day, amount) => `Este es su estado de cuenta al ${day}. Hay ${amount} pendiente.`,
    late: (amount) => `De ello, ${amount} está vencido.`,
    nothing: (day) => `Este es su estado de cuenta al ${day}. No hay nada pendiente.`,
    button: 'Ver su cuenta',
  },
  invoice: {
    subject: (number, sender) => `Factura ${number} de ${sender}`,
    text: (number, amount, day) =>
      `Esta es la factura ${number} de ${amount}, que vence el ${day}. Va adjunta.`,
    button: 'Ver la factura',
  },
  changed: {
    subject: 'Se cambió su cuenta',
    text: 'Esto cambió:',
    what: {
      password: 'Su contraseña',
      name: 'Su nombre',
      email: 'Su dirección de correo',
      role: 'Lo que puede hacer',
      access: 'Los libros que puede ver',
      second_factor: 'El segundo factor de su acceso',
      contacts: 'A quién se escribe sobre la cuenta',
    },
    wrong: 'Si no fue usted, elija ahora una contraseña nueva y avísenos.',
  },
  closed: {
    subject: (sender) => `Su cuenta con ${sender} está cerrada`,
    text: (sender) => `Su cuenta con ${sender} se cerró. Ya no puede iniciar sesión.`,
    owed: (amounts) => `Cuando se cerró, había ${amounts} pendiente.`,
    nothing: 'No había nada pendiente cuando se cerró.',
  },
  digest: {
    subject: (day) => `Sus cuentas por cobrar, ${day}`,
    text: (day) => `Así estaba todo al final del ${day}.`,
    owed: 'Le deben',
    late: 'Vencido',
    received: 'Recibido ese día',
    promisesDue: 'Promesas para hoy',
    promisesBroken: 'Promesas incumplidas',
    mailsFailed: 'Mensajes que no llegaron',
    needPerson: 'Clientes a los que llamar: ya se enviaron todos los recordatorios',
    chain: (hash) => `Fin del registro de actividad: ${hash}`,
    button: 'Abrir Dueline',
  },
};
