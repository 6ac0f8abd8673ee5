/** A value as a case file writes it. */
export type Value = null | boolean | number | string | readonly Value[] | Words;
/** Names and their values. */
export interface Words {
  readonly [name: string]: Value;
}

/** One scene from the tests of some product: what is done, and what must hold. */
export interface Case {
  readonly id: string;
  readonly title: string;
  /** Whether products reasonably differ on it; such a case is counted apart. */
  readonly isContested: boolean;
  readonly config: Words;
  readonly steps: readonly Words[];
}

/** The cases of a file of the format ar-cases/1. @throws Error with a sentence when it is none. */
export function readCases(text: string): Case[] {
  const file = parsed(text);
  if (!isWords(file) || file.format !== 'ar-cases/1' || !Array.isArray(file.cases))
    throw new Error('The file is not of the format ar-cases/1.');
  return file.cases.map((each: Value) => {
    if (!isWords(each) || typeof each.id !== 'string' || !Array.isArray(each.steps))
      throw new Error('A case of the file lacks its id or its steps.');
    const { id, title, contested, config } = each;
    return {
      id,
      title: typeof title === 'string' ? title : '',
      isContested: contested === true,
      config: isWords(config) ? config : {},
      steps: each.steps.filter(isWords),
    };
  });
}

/** Whether a value has names. */
export function isWords(value: Value | undefined): value is Words {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): Value {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('The file is not JSON.');
  }
}
