/** Whether this installation names a mail server; without one, mails are kept and can be read in the application. */
export function hasMailServer(): boolean {
  return Boolean(process.env.SMTP_URL);
}
