import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Img,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components';
import { type LogoFacts, logoSize } from '@/lib/logo';
import type { MailContent } from '@/lib/mail/content';
import { LOGO_SRC } from '@/lib/mail/logo';
import { LetterRows } from './letter-rows';
import { EMAIL } from './look';

interface LetterMailProps {
  readonly content: MailContent;
  /** The picture of the business, which the mail brings along; null: its name in letters. */
  readonly logo: LogoFacts | null;
}

/** A mail on paper of the business: who it is from, what it says, and why it came. */
export function LetterMail({ content, logo }: LetterMailProps) {
  const { language, sender, subject, greeting, paragraphs, table, link, after, regards, because } = content;
  return (
    <Html lang={language}>
      <Head>
        <title>{subject}</title>
      </Head>
      <Preview>{paragraphs[0] ?? subject}</Preview>
      <Body style={EMAIL.body}>
        <Container style={EMAIL.paper}>
          {logo ? (
            <Img src={LOGO_SRC} alt={sender} {...sizeOf(logo)} style={EMAIL.logo} />
          ) : (
            <Heading as="h1" style={EMAIL.sender}>
              {sender}
            </Heading>
          )}
          <Text style={EMAIL.text}>{greeting}</Text>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} style={EMAIL.text}>
              {paragraph}
            </Text>
          ))}
          {table && table.rows.length > 0 && <LetterRows table={table} />}
          {link && (
            <Section style={EMAIL.buttonRow}>
              <Button href={link.href} style={EMAIL.button}>
                {link.label}
              </Button>
            </Section>
          )}
          {link && (
            <Text style={EMAIL.small}>
              {link.orOpen} <Link href={link.href}>{link.href}</Link>
            </Text>
          )}
          {after.map((paragraph) => (
            <Text key={paragraph} style={EMAIL.text}>
              {paragraph}
            </Text>
          ))}
          <Text style={EMAIL.text}>
            {regards}
            <br />
            {sender}
          </Text>
          <Hr style={EMAIL.rule} />
          <Text style={EMAIL.small}>{because}</Text>
        </Container>
      </Body>
    </Html>
  );
}

/** In whole pixels, as mail programs want it. */
function sizeOf(logo: LogoFacts) {
  const { width, height } = logoSize(logo, { width: 220, height: 48 });
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}
