import type { MailWords } from './words';

/** German. */
export const DE: MailWords = {
  hello: (name) => `Guten Tag ${name},`,
  regards: 'Mit freundlichen Grüßen',
  because: (sender) => `Sie erhalten diese Nachricht wegen Ihres Kontos bei ${sender}.`,
  orOpen: 'Oder öffnen Sie diese Adresse:',
  labels: {
    invoice: 'Rechnung',
    due: 'Fällig',
    open: 'Offen',
    paid: 'Bezahlt',
    left: 'Noch offen',
    total: 'Summe',
    standing: 'Stand',
    unapplied: 'Noch nicht zugeordnet',
  },
  late: (days) => (days === 1 ? '1 Tag überfällig' : `${days} Tage überfällig`),
  dueIn: (days) => (days === 0 ? 'heute fällig' : days === 1 ? 'morgen fällig' : `in ${days} Tagen fällig`),
  invitation: {
    subject: (sender) => `Willkommen bei ${sender}`,
    text: (by, sender) => `${by} lädt Sie zu ${sender} ein.`,
    as: {
      admin: 'Sie werden Administrator: Sie können die Bücher ändern und andere einladen.',
      manager: 'Sie werden Manager: Sie können die Bücher ansehen und exportieren.',
      customer: 'Sie sehen, was offen ist, Ihre Rechnungen und Ihre Zahlungen.',
    },
    owed: (amounts) => `Zurzeit ist ${amounts} offen.`,
    button: 'Einladung annehmen',
    until: 'Der Link gilt einmal, 7 Tage lang. Ihr Passwort wählen Sie selbst.',
  },
  reset: {
    subject: 'Wählen Sie ein neues Passwort',
    text: 'Für Ihren Zugang wurde ein neues Passwort angefordert. Wenn Sie es waren, wählen Sie es hier.',
    button: 'Neues Passwort wählen',
    until:
      'Der Link gilt einmal, 30 Minuten lang. Waren Sie es nicht, tun Sie nichts: Ihr Passwort bleibt, wie es ist.',
  },
  address: {
    subject: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
    text: (sender) =>
      `Jemand, hoffentlich Sie, möchte sich bei ${sender} mit dieser Adresse anmelden. Bestätigen Sie sie mit der Schaltfläche.`,
    button: 'Diese Adresse verwenden',
    until:
      'Der Link gilt einmal, 30 Minuten lang. Waren Sie es nicht, tun Sie nichts: Niemand meldet sich mit dieser Adresse an.',
  },
  entry: {
    subject: 'Ihr Anmeldelink',
    text: (sender) => `Mit diesem Link melden Sie sich bei ${sender} an.`,
    button: 'Anmelden',
    until:
      'Der Link gilt einmal, 15 Minuten lang. Haben Sie ihn nicht angefordert, tun Sie nichts: Niemand sonst hat ihn.',
  },
  test: {
    subject: (sender) => `Eine Testnachricht von ${sender}`,
    text: (sender) => `Dies ist ein Test. Sie lesen ihn, also kommen Nachrichten von ${sender} an.`,
  },
  receipt: {
    subject: (amount) => `Quittung für Ihre Zahlung über ${amount}`,
    text: (amount, day, method) => `Vielen Dank. Wir haben am ${day} ${amount} erhalten (${method}).`,
    reference: (number) => `Unser Zeichen: ${number}.`,
    owed: (amount) => `Auf Ihrem Konto ist ${amount} noch offen.`,
    credit: (amount) => `${amount} bleiben als Ihr Guthaben auf dem Konto, für das Nächste.`,
    nothing: 'Auf Ihrem Konto ist nichts mehr offen.',
  },
  reminder: {
    subject: {
      before: (amount, sender) => `${amount} wird bald fällig, ${sender}`,
      first: (amount, sender) => `Erinnerung an ${amount}, ${sender}`,
      again: (amount, sender) => `${amount} ist noch offen, ${sender}`,
      last: (amount, sender) => `Letzte Erinnerung an ${amount}, ${sender}`,
    },
    text: {
      before: (amount) => `Ein kurzer Hinweis: ${amount} wird bald fällig.`,
      first: (amount) => `Auf Ihrem Konto ist ${amount} offen. Vielleicht ist es untergegangen.`,
      again: (amount) =>
        `Auf Ihrem Konto ist ${amount} noch offen. Bitte zahlen Sie, oder sagen Sie uns, wann Sie zahlen werden.`,
      last: (amount) =>
        `Auf Ihrem Konto ist nach mehreren Erinnerungen noch ${amount} offen. Dies ist die letzte, die von selbst kommt; als Nächstes ruft Sie jemand an.`,
    },
    crossed:
      'Falls Sie in den letzten Tagen gezahlt haben, danke: Diese Nachricht hat sich damit überschnitten.',
    wrong: 'Stimmt etwas nicht? Antworten Sie auf diese Nachricht, und wir halten die Erinnerungen an.',
    button: 'Ansehen, was offen ist',
  },
  statement: {
    subject: (sender, day) => `Kontoauszug von ${sender}, ${day}`,
    text: (day, amount) => `Hier ist Ihr Kontoauszug zum ${day}. Offen ist ${amount}.`,
    late: (amount) => `Davon ist ${amount} überfällig.`,
    nothing: (day) => `Hier ist Ihr Kontoauszug zum ${day}. Es ist nichts offen.`,
    button: 'Ihr Konto ansehen',
  },
  invoice: {
    subject: (number, sender) => `Rechnung ${number} von ${sender}`,
    text: (number, amount, day) =>
      `Hier ist die Rechnung ${number} über ${amount}, fällig am ${day}. Sie liegt bei.`,
    button: 'Rechnung ansehen',
  },
  changed: {
    subject: 'Ihr Konto wurde geändert',
    text: 'Geändert wurde:',
    what: {
      password: 'Ihr Passwort',
      name: 'Ihr Name',
      email: 'Ihre E-Mail-Adresse',
      role: 'Was Sie dürfen',
      access: 'Welche Bücher Sie sehen',
      second_factor: 'Der zweite Faktor Ihrer Anmeldung',
      contacts: 'Wem zum Konto geschrieben wird',
    },
    wrong: 'Waren Sie es nicht, wählen Sie sofort ein neues Passwort und sagen Sie uns Bescheid.',
  },
  closed: {
    subject: (sender) => `Ihr Konto bei ${sender} ist geschlossen`,
    text: (sender) => `Ihr Konto bei ${sender} wurde geschlossen. Sie können sich nicht mehr anmelden.`,
    owed: (amounts) => `Als es geschlossen wurde, war ${amounts} offen.`,
    nothing: 'Als es geschlossen wurde, war nichts offen.',
  },
  digest: {
    subject: (day) => `Ihre Forderungen, ${day}`,
    text: (day) => `So stand es am Ende des ${day}.`,
    owed: 'Ihnen geschuldet',
    late: 'Überfällig',
    received: 'An dem Tag eingegangen',
    promisesDue: 'Heute zugesagt',
    promisesBroken: 'Nicht gehaltene Zusagen',
    mailsFailed: 'Nicht angekommene Nachrichten',
    needPerson: 'Kunden zum Anrufen: alle Erinnerungen sind verbraucht',
    chain: (hash) => `Ende des Protokolls: ${hash}`,
    button: 'Dueline öffnen',
  },
};
