import Link from 'next/link';
import type { NewsItem, NewsOrigin } from '@/db/queries/news';
import { documentHref } from '@/lib/document-href';
import type { PlainDate } from '@/lib/domain/dates';
import { KIND_NAMES } from '@/lib/domain/documents';
import { formatCount, formatDay, formatInstant, formatMoney } from '@/lib/format';

interface NewsListProps {
  /** Newest first. */
  readonly news: readonly NewsItem[];
  readonly currency: string;
  readonly timeZone: string;
  readonly today: PlainDate;
}

/** What became known since yesterday morning. */
export function NewsList({ news, currency, timeZone, today }: NewsListProps) {
  return (
    <section aria-labelledby="news">
      <h3 id="news" className="mb-2 text-section">
        Since yesterday
      </h3>
      {news.length === 0 ? (
        <p className="py-1 text-muted-foreground">Nothing was recorded in {currency}.</p>
      ) : (
        <ol>
          {news.map((item) => (
            <li key={item.key} className="relative border-l border-border pb-4 pl-4 last:pb-0">
              <span
                aria-hidden
                className={`absolute top-1.5 -left-[4.5px] size-2 rounded-full ${DOTS[item.what]}`}
              />
              <p className="break-words">
                <Words item={item} currency={currency} today={today} />
              </p>
              <p className="text-meta text-subtle">
                <time dateTime={item.at.toISOString()} title={item.at.toISOString()}>
                  {formatInstant(item.at, timeZone, today)}
                </time>
                {item.what === 'paid' && item.method && `, ${item.method}`}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const DOTS: Readonly<Record<NewsItem['what'], string>> = {
  paid: 'bg-positive',
  reversed: 'bg-destructive',
  promised: 'bg-info',
  posted: 'bg-border-strong',
  posted_one: 'bg-border-strong',
};

const ORIGINS: Readonly<Record<NewsOrigin, string>> = {
  posted: 'posted',
  imported: 'imported',
  synced: 'brought from your other books',
  sample: 'of the sample business',
};

interface WordsProps {
  readonly item: NewsItem;
  readonly currency: string;
  readonly today: PlainDate;
}

function Words({ item, currency, today }: WordsProps) {
  const amount = <b className="fig font-semibold">{formatMoney(item.amountMinor, currency)}</b>;
  if (item.what === 'posted') {
    const documents = formatCount(item.count, KIND_NAMES[item.kind].toLowerCase());
    return (
      <>
        {documents} {ORIGINS[item.origin]}, {amount}
      </>
    );
  }
  const customer = (
    <Link href={`/customers/${item.customerId}`} className="font-semibold hover:underline">
      {item.customer}
    </Link>
  );
  if (item.what === 'promised')
    return (
      <>
        {customer} promised {amount} by {formatDay(item.promisedFor, { today })}
      </>
    );
  const document = (
    <Link href={documentHref(item.document)} className="hover:underline">
      {item.document.number}
    </Link>
  );
  if (item.what === 'paid')
    return (
      <>
        {customer} paid {amount}
      </>
    );
  return (
    <>
      {customer}: {KIND_NAMES[item.document.kind].toLowerCase()} {document}, {amount}
    </>
  );
}
