import { yamlText } from '../../words';
import { Noted, YamlValue } from './YamlValue';

type YamlMap = { readonly [key: string]: YamlValue | undefined };

/**
 * YAML documents in block style. Members that are undefined are left out.
 *
 * @param head - comment at the top of the file: words of ours, one line each
 */
export function toYaml(
  head: string,
  ...documents: readonly YamlValue[]
): string {
  const texts = documents.map(one => linesOf(one).join('\n'));
  return `${[...comment(head), texts.join('\n---\n')].join('\n')}\n`;
}

function comment(words: string): string[] {
  return words === ''
    ? []
    : words.split('\n').map(line => (line === '' ? '#' : `# ${line}`));
}

function linesOf(value: YamlValue): string[] {
  if (value instanceof Noted) {
    return [...comment(value.note), ...linesOf(value.value)];
  }
  if (isList(value)) {
    return value.flatMap(itemLines);
  }
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, member]) =>
      member === undefined ? [] : memberLines(key, member),
    );
  }
  return [scalarOf(value)];
}

function itemLines(item: YamlValue): string[] {
  if (item instanceof Noted) {
    return [...comment(item.note), ...itemLines(item.value)];
  }
  if (isBlock(item)) {
    return ['- |-', ...indent(item.split('\n'), 2)];
  }
  const [first, ...rest] = isEmpty(item) ? [emptyOf(item)] : linesOf(item);
  return [`- ${first}`, ...indent(rest, 2)];
}

function memberLines(key: string, value: YamlValue): string[] {
  if (value instanceof Noted) {
    return [...comment(value.note), ...memberLines(key, value.value)];
  }
  const name = `${yamlText(key)}:`;
  if (isBlock(value)) {
    return [`${name} |-`, ...indent(value.split('\n'), 2)];
  }
  if (isEmpty(value)) {
    return [`${name} ${emptyOf(value)}`];
  }
  if (isList(value)) {
    return isShort(value)
      ? [`${name} [${value.map(one => scalarOf(one)).join(', ')}]`]
      : [name, ...indent(linesOf(value), 2)];
  }
  return typeof value === 'object'
    ? [name, ...indent(linesOf(value), 2)]
    : [`${name} ${scalarOf(value)}`];
}

function scalarOf(value: YamlValue): string {
  return typeof value === 'string' ? yamlText(value) : String(value);
}

/** Several lines, each of plain characters: nothing in them could end the block, or be read as anything else. */
function isBlock(value: YamlValue): value is string {
  return (
    typeof value === 'string' &&
    /^[\x21-\x7e][\x20-\x7e]*(?:\n[\x20-\x7e]*[\x21-\x7e])+$/.test(value)
  );
}

function isShort(list: readonly YamlValue[]): list is readonly string[] {
  return list.every(
    one => typeof one === 'string' && /^[\w*.-]{1,30}$/.test(one),
  );
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function isEmpty(value: YamlValue): value is readonly YamlValue[] | YamlMap {
  return (
    typeof value === 'object' &&
    !(value instanceof Noted) &&
    Object.values(value).every(one => one === undefined)
  );
}

function emptyOf(value: readonly YamlValue[] | YamlMap): string {
  return isList(value) ? '[]' : '{}';
}

function indent(lines: readonly string[], by: number): string[] {
  return lines.map(line => (line === '' ? '' : `${' '.repeat(by)}${line}`));
}
