import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Refusal } from '@/lib/refusal';
import { withoutEntities } from './entities';

/** An element of XML: its text, or its children by name, each a list. */
export type XmlNode = { readonly [name: string]: readonly XmlNode[] | string | undefined };

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  alwaysCreateTextNode: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  // The parser expands nothing; the five entities of XML and numbers are read where text is.
  processEntities: false,
});

/**
 * Reads XML whose elements all become lists. A document type is turned away before parsing: statements have none, and only there
 * can entities be defined that grow without end.
 * @throws Refusal `invalid` for what is not well formed; the sentence names the line.
 */
export function readXml(text: string): XmlNode {
  if (/<!(DOCTYPE|ENTITY)/i.test(text))
    throw new Refusal(
      'invalid',
      'The file declares a document type, which no bank statement does. It was not read.',
      'file',
    );
  const valid = XMLValidator.validate(text);
  if (valid !== true)
    throw new Refusal(
      'invalid',
      `The XML is broken in line ${valid.err.line}, so nothing of it was read. Export it from the bank again.`,
      'file',
    );
  // Everything that the parser makes under these settings has this shape.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parser answers any
  return PARSER.parse(text) as XmlNode;
}

/** All elements under a path of names. */
export function allAt(node: XmlNode | undefined, ...path: readonly string[]): readonly XmlNode[] {
  let found: readonly XmlNode[] = node ? [node] : [];
  for (const name of path)
    found = found.flatMap((each) => {
      const child = each[name];
      return typeof child === 'string' || child === undefined ? [] : child;
    });
  return found;
}

/** The text of the first element under a path of names, '' when there is none. */
export function textAt(node: XmlNode | undefined, ...path: readonly string[]): string {
  return textOf(allAt(node, ...path)[0]);
}

/** The text of an element. */
export function textOf(node: XmlNode | undefined): string {
  const text = node?.['#text'];
  return typeof text === 'string' ? withoutEntities(text.trim()) : '';
}

/** An attribute, '' when it is not there. */
export function attributeOf(node: XmlNode | undefined, name: string): string {
  const value = node?.[`@${name}`];
  return typeof value === 'string' ? value : '';
}
