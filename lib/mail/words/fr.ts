import type { MailWords } from './words';

/** French. */
export const FR: MailWords = {
  hello: (name) => `Bonjour ${name},`,
  regards: 'Cordialement,',
  because: (sender) => `Vous recevez ce message en raison de votre compte chez ${sender}.`,
  orOpen: 'Ou ouvrez cette adresse :',
  labels: {
    invoice: 'Facture',
    due: 'Échéance',
    open: 'Solde',
    paid: 'Payé',
    left: 'Reste dû',
    total: 'Total',
    standing: 'Situation',
    unapplied: 'Pas encore imputé',
  },
  late: (days) => (days === 1 ? '1 jour de retard' : `${days} jours de retard`),
  dueIn: (days) =>
    days === 0 ? 'échéance aujourd’hui' : days === 1 ? 'échéance demain' : `échéance dans ${days} jours`,
  invitation: {
    subject: (sender) => `Bienvenue chez ${sender}`,
    text: (by, sender) => `${by} vous invite chez ${sender}.`,
    as: {
      admin: 'Vous serez administrateur : vous pourrez modifier les comptes et inviter d’autres personnes.',
      manager: 'Vous serez gestionnaire : vous pourrez consulter et exporter les comptes.',
      customer: 'Vous verrez ce que vous devez, vos factures et vos paiements.',
    },
    owed: (amounts) => `Actuellement, ${amounts} reste à payer.`,
    button: 'Accepter l’invitation',
    until: 'Le lien fonctionne une fois, pendant 7 jours. Vous choisissez votre mot de passe.',
  },
  reset: {
    subject: 'Choisissez un nouveau mot de passe',
    text: 'Un nouveau mot de passe a été demandé pour votre compte. Si c’était vous, choisissez-le ici.',
    button: 'Choisir un mot de passe',
    until:
      'Le lien fonctionne une fois, pendant 30 minutes. Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.',
  },
  address: {
    subject: 'Confirmez votre nouvelle adresse e-mail',
    text: (sender) =>
      `Quelqu’un, vous sans doute, veut se connecter à ${sender} avec cette adresse. Confirmez-la avec le bouton.`,
    button: 'Utiliser cette adresse',
    until:
      'Le lien fonctionne une fois, pendant 30 minutes. Si ce n’était pas vous, ne faites rien : personne ne se connecte avec cette adresse.',
  },
  entry: {
    subject: 'Votre lien de connexion',
    text: (sender) => `Voici le lien qui vous connecte à ${sender}.`,
    button: 'Se connecter',
    until:
      'Le lien fonctionne une fois, pendant 15 minutes. Si vous ne l’avez pas demandé, ne faites rien : personne d’autre ne l’a.',
  },
  test: {
    subject: (sender) => `Un message d’essai de ${sender}`,
    text: (sender) => `Ceci est un essai. Vous le lisez : les messages de ${sender} arrivent.`,
  },
  receipt: {
    subject: (amount) => `Reçu pour votre paiement de ${amount}`,
    text: (amount, day, method) => `Merci. Nous avons reçu ${amount} le ${day} (${method}).`,
    reference: (number) => `Notre référence : ${number}.`,
    owed: (amount) => `Sur votre compte, ${amount} reste à payer.`,
    credit: (amount) => `Il reste ${amount} à votre crédit, à utiliser pour la suite.`,
    nothing: 'Plus rien ne reste à payer sur votre compte.',
  },
  reminder: {
    subject: {
      before: (amount, sender) => `${amount} bientôt à échéance, ${sender}`,
      first: (amount, sender) => `Rappel de ${amount}, ${sender}`,
      again: (amount, sender) => `${amount} reste à payer, ${sender}`,
      last: (amount, sender) => `Dernier rappel de ${amount}, ${sender}`,
    },
    text: {
      before: (amount) => `Un simple mot : ${amount} arrive bientôt à échéance.`,
      first: (amount) => `${amount} de votre compte reste à payer. Cela vous a peut-être échappé.`,
      again: (amount) =>
        `${amount} de votre compte reste à payer. Merci de régler cette somme, ou de nous dire quand vous le ferez.`,
      last: (amount) =>
        `${amount} de votre compte reste à payer après plusieurs rappels. C’est le dernier envoi automatique ; ensuite, quelqu’un vous appellera.`,
    },
    crossed: 'Si vous avez payé ces derniers jours, merci : ce message a croisé votre paiement.',
    wrong: 'Quelque chose ne va pas ? Répondez à ce message et nous suspendons les rappels.',
    button: 'Voir ce qui reste à payer',
  },
  statement: {
    subject: (sender, day) => `Relevé de ${sender}, ${day}`,
    text: (day, amount) => `Voici votre relevé au ${day}. ${amount} reste à payer.`,
    late: (amount) => `Dont ${amount} en retard.`,
    nothing: (day) => `Voici votre relevé au ${day}. Rien ne reste à payer.`,
    button: 'Voir votre compte',
  },
  invoice: {
    subject: (number, sender) => `Facture ${number} de ${sender}`,
    text: (number, amount, day) =>
      `Voici la facture ${number} de ${amount}, à échéance le ${day}. Elle est jointe.`,
    button: 'Voir la facture',
  },
  changed: {
    subject: 'Votre compte a été modifié',
    text: 'Voici ce qui a été modifié :',
    what: {
      password: 'Votre mot de passe',
      name: 'Votre nom',
      email: 'Votre adresse e-mail',
      role: 'Ce que vous pouvez faire',
      access: 'Les comptes que vous pouvez voir',
      second_factor: 'Le second facteur de votre connexion',
      contacts: 'À qui l’on écrit au sujet du compte',
    },
    wrong: 'Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe et prévenez-nous.',
  },
  closed: {
    subject: (sender) => `Votre compte chez ${sender} est clos`,
    text: (sender) => `Votre compte chez ${sender} a été clos. Vous ne pouvez plus vous connecter.`,
    owed: (amounts) => `À la clôture, ${amounts} restait à payer.`,
    nothing: 'Rien ne restait à payer à la clôture.',
  },
  digest: {
    subject: (day) => `Vos créances, ${day}`,
    text: (day) => `Voici la situation à la fin du ${day}.`,
    owed: 'Ce qu’on vous doit',
    late: 'En retard',
    received: 'Reçu ce jour-là',
    promisesDue: 'Promesses attendues aujourd’hui',
    promisesBroken: 'Promesses non tenues',
    mailsFailed: 'Messages non remis',
    needPerson: 'Clients à appeler : tous les rappels ont été envoyés',
    chain: (hash) => `Fin du journal d’activité : ${hash}`,
    button: 'Ouvrir Dueline',
  },
};
