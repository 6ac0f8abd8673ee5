import { expect, test } from 'vitest';
import { renderMail } from '@/components/email/render-mail';
import { toMinor } from '@/lib/domain/money';
import { readAddress } from '@/lib/mail/address';
import { minutesToNextAttempt } from '@/lib/mail/back-off';
import { mailContent } from '@/lib/mail/content';
import { MAIL_EXAMPLES } from '@/lib/mail/examples';
import { mailFigures } from '@/lib/mail/figures';
import { MAIL_LANGUAGES, mailLanguage } from '@/lib/mail/languages';

const frame = (language: (typeof MAIL_LANGUAGES)[number][0]) => ({
  language,
  sender: 'Brightwater & Sons',
  toName: 'Dana <script>',
  href: 'https://ar.example.com/portal?a=1&b=2',
});

const EVERY = MAIL_EXAMPLES.flatMap((example) =>
  MAIL_LANGUAGES.map(([language]) => ({ ...example, language })),
);

test.each(EVERY)(
  '$name in $language says all of it as HTML and as plain text',
  async ({ params, language }) => {
    const content = mailContent(params, frame(language));
    const { subject, html, plain } = await renderMail(content, null);
    expect(subject).toBe(content.subject);
    expect(subject.length).toBeGreaterThan(5);
    expect(html).toContain(`lang="${language}"`);
    expect(html).not.toContain('<script>');
    const words = plain.replaceAll(/\s+/gu, ' ');
    for (const said of [content.greeting, ...content.paragraphs, ...content.after, content.because])
      expect(words).toContain(said.replaceAll(/\s+/gu, ' '));
    for (const cell of (content.table?.rows ?? []).flat())
      if (cell !== '') expect(words).toContain(cell.replaceAll(/\s+/gu, ' '));
    if (content.link) {
      expect(html).toContain('href="https://ar.example.com/portal?a=1&amp;b=2"');
      expect(plain).toContain('https://ar.example.com/portal?a=1&b=2');
    }
  },
);

test.each(MAIL_EXAMPLES)('$name says something else in every language', ({ params }) => {
  const texts = MAIL_LANGUAGES.map(([language]) => mailContent(params, frame(language)).paragraphs.join(' '));
  expect(new Set(texts).size).toBe(MAIL_LANGUAGES.length);
});

test('amounts and days are written as each language writes them, to the last digit', () => {
  const plain = (text: string) => text.replaceAll(/\s/gu, ' ');
  const amount = toMinor(9_007_199_254_740_991);
  expect(plain(mailFigures('de').money(amount, 'EUR'))).toBe('90.071.992.547.409,91 €');
  expect(plain(mailFigures('en').money(toMinor(1_234), 'JPY'))).toBe('¥1,234');
  expect(plain(mailFigures('fr').money(toMinor(1_234_567), 'KWD'))).toContain('1 234,567');
  expect(
    mailFigures('es').amounts([
      { currency: 'USD', amountMinor: toMinor(100) },
      { currency: 'EUR', amountMinor: toMinor(200) },
    ]),
  ).toMatch(/1,00.+y.+2,00/);
});

test('a subject is one line, whatever the business is called', () => {
  const { params } = MAIL_EXAMPLES[0]!;
  const content = mailContent(params, { ...frame('en'), sender: 'Evil\r\nBcc: a@b.com' });
  expect(content.subject).toBe('Welcome to Evil Bcc: a@b.com');
});

test.each([
  ['dana@example.com', 'dana@example.com'],
  [' Dana@Example.com ', 'Dana@Example.com'],
  ['ｄana@example.com', 'dana@example.com'],
  ['a@b.com\r\nBcc: c@d.com', null],
  ['a@b.com,c@d.com', null],
  ['"a b"@c.com', null],
  ['a@b@c.com', null],
  ['', null],
])('mail to %j goes to %j', (typed, address) => {
  expect(readAddress(typed)).toBe(address);
});

test('a language that has no words is answered in English', () => {
  expect(['pt-BR', 'DE', 'fr', 'ja', ''].map(mailLanguage)).toEqual(['pt', 'de', 'fr', 'en', 'en']);
});

test('each wait is longer than the last, and the last attempt comes about a day after the first', () => {
  const waits = Array.from({ length: 12 }, (_, at) => minutesToNextAttempt(at + 1));
  expect(waits.at(-1)).toBeNull();
  const minutes = waits.slice(0, -1).map(Number);
  expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
  expect(minutes.reduce((sum, each) => sum + each, 0) / 60).toBeCloseTo(20.5, 1);
});
