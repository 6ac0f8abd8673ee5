import type { ReactNode } from 'react';
import type { z } from 'zod';
import { schemaOf } from '../_api/openapi-parts';
import type { Operation } from '../_api/operation';
import { curlOf } from './example';
import { Code } from './webhooks-section';

/** One operation: what it is for, who may, what it takes and what it answers. */
export function OperationEntry({ operation }: { readonly operation: Operation }) {
  const { id, method, path, summary, may, query, body, answer, produces = [] } = operation;
  return (
    <article id={id} aria-labelledby={`${id}-title`} className="mt-6 scroll-mt-4 border-t border-border pt-4">
      <h3 id={`${id}-title`} className="text-form font-semibold">
        <a href={`#${id}`} className="hover:underline">
          <code className="break-all">
            <span className={METHODS[method]}>{method}</span> /api/v1{path}
          </code>
        </a>
      </h3>
      <p className="mt-1 text-form">{summary}</p>
      <p className="mt-1 text-meta text-muted-foreground">
        {id}. Needs {may}
        {produces.length > 0 && `. Also as ${produces.join(' or ')}, with Accept`}.
      </p>
      <Code text={curlOf(operation)} label={`${id} with curl`} />
      {query && Object.keys(query.shape).length > 0 && <Parameters query={query} />}
      {body && <Schema title="Body">{pretty(body, 'input')}</Schema>}
      <Schema title="Answer">{pretty(answer, 'output')}</Schema>
    </article>
  );
}

const METHODS: Readonly<Record<Operation['method'], string>> = {
  GET: 'text-info',
  POST: 'text-positive',
  PATCH: 'text-warning',
  DELETE: 'text-destructive',
};

function Parameters({ query }: { readonly query: z.ZodObject }) {
  return (
    <dl className="mt-3 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 text-body">
      {Object.entries(query.shape).map(([name, schema]) => (
        <div key={name} className="contents">
          <dt>
            <code>{name}</code>
          </dt>
          <dd className="text-muted-foreground">{inWords(schemaOf(schema, 'input'))}</dd>
        </div>
      ))}
    </dl>
  );
}

function Schema({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className="mt-3 text-body">
      <summary className="cursor-pointer">{title}</summary>
      {/* Focusable, so that it can be scrolled by keyboard. */}
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region needs the keyboard
        tabIndex={0}
        className="mt-2 max-h-[420px] overflow-auto rounded-control bg-muted p-3 text-meta"
      >
        {children}
      </pre>
    </details>
  );
}

function pretty(schema: z.ZodType, io: 'input' | 'output'): string {
  return JSON.stringify(schemaOf(schema, io), null, 2);
}

function inWords(schema: ReturnType<typeof schemaOf>): string {
  const { description, enum: choices, default: fallback, format, type } = schema;
  const kind = Array.isArray(choices) ? choices.join(' or ') : (word(format) ?? word(type) ?? '');
  const unless =
    fallback === undefined || fallback === '' ? '' : `, ${JSON.stringify(fallback)} unless given`;
  return [`${kind}${unless}.`, word(description)].filter(Boolean).join(' ');
}

function word(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
