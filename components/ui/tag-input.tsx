'use client';
import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import type { Control } from './field';

interface TagInputProps extends Control {
  readonly defaultTags: readonly string[];
  /** What is offered as one types. */
  readonly known: readonly string[];
}

/** Several short words: Enter or a comma adds one, Backspace in the empty field takes the last. The form receives them with commas. */
export function TagInput({ name, defaultTags, known, ...control }: TagInputProps) {
  const [tags, setTags] = useState(defaultTags);
  const [text, setText] = useState('');
  const listId = useId();
  const has = (tag: string) => tags.some((each) => each.toLowerCase() === tag.toLowerCase());
  const add = (written: string) => {
    const more = written.split(',').map((tag) => tag.trim());
    setTags([...tags, ...more.filter((tag, i) => tag && !has(tag) && more.indexOf(tag) === i)]);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && text.trim() && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '') setTags(tags.slice(0, -1));
  };
  return (
    <span className="field h-auto! min-h-9 flex-wrap py-1!">
      <input type="hidden" name={name} value={[...tags, ...(text.trim() ? [text.trim()] : [])].join()} />
      {tags.map((tag) => (
        <span key={tag} className="badge gap-1!">
          {tag}
          <button
            type="button"
            aria-label={`Remove the tag ${tag}`}
            className="-mr-1.5 grid size-6 place-items-center"
            onClick={() => setTags(tags.filter((each) => each !== tag))}
          >
            <X aria-hidden className="size-3" />
          </button>
        </span>
      ))}
      <input
        {...control}
        type="text"
        list={listId}
        autoComplete="off"
        maxLength={40}
        className="h-6! w-28! min-w-0 flex-1"
        value={text}
        onChange={({ target }) => (target.value.includes(',') ? add(target.value) : setText(target.value))}
        onKeyDown={onKeyDown}
        onBlur={() => text.trim() && add(text)}
      />
      <datalist id={listId}>
        {known
          .filter((tag) => !has(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </span>
  );
}
