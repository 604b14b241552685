import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages are loaded lazily, and the first test that opens one waits until everything it imports is compiled: seconds, with cold caches
// on a busy machine.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(30_000);

/** Written by the framework on every page, whatever is on it: Material UI 4 under React 18.3, the router, JSS in jsdom. */
const KNOWN = [
  'findDOMNode is deprecated',
  'React Router Future Flag Warning',
  '[JSS] processedRuleToParse is not defined',
];

let complaints: string[] = [];

function collect(...parts: unknown[]): void {
  const text = parts.map(String).join(' ');
  if (!KNOWN.some(known => text.includes(known))) {
    complaints.push(text);
  }
}

beforeEach(() => {
  complaints = [];
  jest.spyOn(console, 'error').mockImplementation(collect);
  jest.spyOn(console, 'warn').mockImplementation(collect);
});

// A page that complains in the browser's console is broken, whatever else it shows.
afterEach(() => {
  jest.restoreAllMocks();
  if (complaints.length > 0) {
    throw new Error(`Written to the console:\n${complaints.join('\n')}`);
  }
});
