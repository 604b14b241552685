import { BuildFacts } from 'backstage-plugin-chart-provenance-common';
import { plainText } from '../../evidence';

const MAX_PARAMETERS = 32;
/** Empty objects inside of each other are values, and no parameters. */
const MAX_VISITED = 1_000;

/** Everything in a value that is text, a number or a boolean, by the names that lead there, joined by dots. */
export function parametersOf(
  value: unknown,
): Pick<BuildFacts, 'parameters'> & { cut: boolean } {
  const parameters: BuildFacts['parameters'] = [];
  const waiting: [string, unknown][] = [['', value]];
  for (let visited = 0; visited < MAX_VISITED; visited++) {
    const next = waiting.pop();
    if (next === undefined) {
      return { parameters, cut: false };
    }
    const [name, written] = next;
    if (typeof written === 'object' && written !== null) {
      const members = Object.entries(written).slice(0, MAX_VISITED).reverse();
      members.forEach(([key, member]) =>
        waiting.push([plainText(name ? `${name}.${key}` : key), member]),
      );
    } else if (name !== '' && written !== null) {
      if (parameters.length === MAX_PARAMETERS) {
        break;
      }
      parameters.push({ name, value: plainText(String(written)) });
    }
  }
  return { parameters, cut: true };
}
