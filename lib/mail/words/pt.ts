import type { MailWords } from './words';

/** Portuguese. */
export const PT: MailWords = {
  hello: (name) => `Olá ${name},`,
  regards: 'Com os melhores cumprimentos,',
  because: (sender) => `Recebe esta mensagem por causa da sua conta com ${sender}.`,
  orOpen: 'Ou abra este endereço:',
  labels: {
    invoice: 'Fatura',
    due: 'Vencimento',
    open: 'Em aberto',
    paid: 'Pago',
    left: 'Ainda em aberto',
    total: 'Total',
    standing: 'Situação',
    unapplied: 'Ainda não aplicado',
  },
  late: (days) => (days === 1 ? '1 dia de atraso' : `${days} dias de atraso`),
  dueIn: (days) => (days === 0 ? 'vence hoje' : days === 1 ? 'vence amanhã' : `vence em ${days} dias`),
  invitation: {
    subject: (sender) => `Bem-vindo a ${sender}`,
    text: (by, sender) => `${by} convida-o para ${sender}.`,
    as: {
      admin: 'Será administrador: pode alterar as contas e convidar outras pessoas.',
      manager: 'Será gestor: pode ver e exportar as contas.',
      customer: 'Verá o que deve, as suas faturas e os seus pagamentos.',
    },
    owed: (amounts) => `Neste momento, ${amounts} está em aberto.`,
    button: 'Aceitar o convite',
    until: 'A ligação funciona uma vez, durante 7 dias. Escolhe a sua própria palavra-passe.',
  },
  reset: {
    subject: 'Escolha uma nova palavra-passe',
    text: 'Foi pedida uma nova palavra-passe para o seu acesso. Se foi você, escolha-a aqui.',
    button: 'Escolher uma palavra-passe',
    until:
      'A ligação funciona uma vez, durante 30 minutos. Se não foi você, não faça nada: a sua palavra-passe fica igual.',
  },
  address: {
    subject: 'Confirme o seu novo endereço de e-mail',
    text: (sender) =>
      `Alguém, esperamos que você, quer entrar em ${sender} com este endereço. Confirme-o com o botão.`,
    button: 'Usar este endereço',
    until:
      'A ligação funciona uma vez, durante 30 minutos. Se não foi você, não faça nada: ninguém entra com este endereço.',
  },
  entry: {
    subject: 'A sua ligação de acesso',
    text: (sender) => `Esta é a ligação para entrar em ${sender}.`,
    button: 'Entrar',
    until:
      'A ligação funciona uma vez, durante 15 minutos. Se não a pediu, não faça nada: mais ninguém a tem.',
  },
  test: {
    subject: (sender) => `Uma mensagem de teste de ${sender}`,
    text: (sender) => `Isto é um teste. Se a lê, as mensagens de ${sender} chegam.`,
  },
  receipt: {
    subject: (amount) => `Recibo do seu pagamento de ${amount}`,
    text: (amount, day, method) => `Obrigado. Recebemos ${amount} em ${day} (${method}).`,
    reference: (number) => `A nossa referência: ${number}.`,
    owed: (amount) => `Na sua conta, ${amount} continua em aberto.`,
    credit: (amount) => `Ficam ${amount} a seu crédito na conta, para usar no que vier a seguir.`,
    nothing: 'Já não há nada em aberto na sua conta.',
  },
  reminder: {
    subject: {
      before: (amount, sender) => `${amount} vence em breve, ${sender}`,
      first: (amount, sender) => `Lembrete de ${amount}, ${sender}`,
      again: (amount, sender) => `${amount} continua em aberto, ${sender}`,
      last: (amount, sender) => `Último lembrete de ${amount}, ${sender}`,
    },
    text: {
      before: (amount) => `Uma breve nota: ${amount} vence em breve.`,
      first: (amount) => `${amount} da sua conta está em aberto. Talvez tenha passado despercebido.`,
      again: (amount) =>
        `${amount} da sua conta continua em aberto. Por favor pague, ou diga-nos quando o fará.`,
      last: (amount) =>
        `${amount} da sua conta continua em aberto depois de vários lembretes. Este é o último automático; a seguir, alguém lhe telefona.`,
    },
    crossed: 'Se pagou nos últimos dias, obrigado: esta mensagem cruzou-se com o seu pagamento.',
    wrong: 'Algo está errado? Responda a esta mensagem e suspendemos os lembretes.',
    button: 'Ver o que está em aberto',
  },
  statement: {
    subject: (sender, day) => `Extrato de ${sender}, ${day}`,
    text: (day, amount) => `Aqui está o seu extrato de ${day}. ${amount} está em aberto.`,
    late: (amount) => `Destes, ${amount} está em atraso.`,
    nothing: (day) => `Aqui está o seu extrato de ${day}. Nada está em aberto.`,
    button: 'Ver a sua conta',
  },
  invoice: {
    subject: (number, sender) => `Fatura ${number} de ${sender}`,
    text: (number, amount, day) =>
      `Aqui está a fatura ${number} de ${amount}, com vencimento em ${day}. Está em anexo.`,
    button: 'Ver a fatura',
  },
  changed: {
    subject: 'A sua conta foi alterada',
    text: 'Isto foi alterado:',
    what: {
      password: 'A sua palavra-passe',
      name: 'O seu nome',
      email: 'O seu endereço de e-mail',
      role: 'O que pode fazer',
      access: 'As contas que pode ver',
      second_factor: 'O segundo fator do seu acesso',
      contacts: 'A quem se escreve sobre a conta',
    },
    wrong: 'Se não foi você, escolha já uma nova palavra-passe e avise-nos.',
  },
  closed: {
    subject: (sender) => `A sua conta com ${sender} foi encerrada`,
    text: (sender) => `A sua conta com ${sender} foi encerrada. Já não pode iniciar sessão.`,
    owed: (amounts) => `Quando foi encerrada, ${amounts} estava em aberto.`,
    nothing: 'Nada estava em aberto quando foi encerrada.',
  },
  digest: {
    subject: (day) => `Os seus valores a receber, ${day}`,
    text: (day) => `Esta era a situação no fim de ${day}.`,
    owed: 'Devem-lhe',
    late: 'Em atraso',
    received: 'Recebido nesse dia',
    promisesDue: 'Promessas para hoje',
    promisesBroken: 'Promessas não cumpridas',
    mailsFailed: 'Mensagens que não chegaram',
    needPerson: 'Clientes a contactar: todos os lembretes foram enviados',
    chain: (hash) => `Fim do registo de atividade: ${hash}`,
    button: 'Abrir o Dueline',
  },
};
