// One worker that sends mails and does nothing else, to be killed at any moment.
import { sendMails } from '@/jobs/mails';

await sendMails(new AbortController().signal);
