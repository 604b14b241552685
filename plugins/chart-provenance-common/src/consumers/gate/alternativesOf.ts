import { anchoredPart } from './literalOf';

/**
 * The alternatives of an expression of the form `^(?:a|b)$`, each anchored; the expression itself where it has another form. An identity is within a policy
 * when each alternative is: pieces that are whole expressions by themselves, as those have to be, cannot mean more together.
 */
export function alternativesOf(expression: string): string[] {
  const [, inner] =
    /^\((?:\?:)?([\s\S]*)\)$/.exec(anchoredPart(expression) ?? '') ?? [];
  const pieces = inner === undefined ? undefined : split(inner);
  return pieces?.map(piece => `^${piece}$`) ?? [expression];
}

/** At each `|` outside of groups and classes; undefined where the brackets do not fit, so that the group was none around everything. */
function split(text: string): string[] | undefined {
  const pieces = [''];
  let depth = 0;
  let inClass = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '|' && depth === 0 && !inClass) {
      pieces.push('');
      continue;
    }
    pieces[pieces.length - 1] += character;
    if (character === '\\') {
      at += 1;
      pieces[pieces.length - 1] += text[at] ?? '';
    } else if (inClass) {
      inClass = character !== ']';
    } else if (character === '[') {
      inClass = true;
    } else if (character === '(') {
      depth += 1;
    } else if (character === ')') {
      depth -= 1;
      if (depth < 0) {
        return undefined;
      }
    }
  }
  return depth === 0 && !inClass && pieces.length > 1 ? pieces : undefined;
}
