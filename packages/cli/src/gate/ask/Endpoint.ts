import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { GateArguments } from '../parseGateArguments';
import { GateUsageError } from '../GateUsageError';

const TOKEN = 'CHART_PROVENANCE_TOKEN';
const URL_VARIABLE = 'CHART_PROVENANCE_URL';
const LARGEST_TOKEN = 64 * 1024;

/** Where the API is, and as whom it is asked. */
export interface Endpoint {
  /** Without a slash at its end. */
  url: string;
  /** Never printed. Null: without one. */
  token: string | null;
}

/** Is a backend named at all? */
export function isNamed(
  { url }: Pick<GateArguments, 'url'>,
  env: NodeJS.ProcessEnv,
): boolean {
  return Boolean(url ?? env[URL_VARIABLE]);
}

/** @throws GateUsageError whose message holds neither token nor password */
export async function readEndpoint(
  args: Pick<GateArguments, 'url' | 'tokenFile' | 'allowHttp'>,
  env: NodeJS.ProcessEnv,
): Promise<Endpoint> {
  const written = args.url ?? env[URL_VARIABLE];
  if (!written) {
    throw new GateUsageError(
      `Say where the API is, with --url or ${URL_VARIABLE}, like https://backstage.acme.dev/api/chart-provenance.`,
    );
  }
  const url = urlOf(written, args.allowHttp);
  const token =
    args.tokenFile === undefined ? env[TOKEN] : await fileToken(args.tokenFile);
  return { url, token: token ? checked(token.trim()) : null };
}

function urlOf(written: string, allowHttp: boolean): string {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new GateUsageError(
      'The URL of the API is none: write it like https://backstage.acme.dev/api/chart-provenance.',
    );
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new GateUsageError(
      `The URL of the API takes no user, password, query or fragment; the token is read from ${TOKEN}.`,
    );
  }
  if (url.protocol === 'http:' && !allowHttp && !isLoopback(url.hostname)) {
    throw new GateUsageError(
      'The URL of the API is http to another machine: anybody on the way could read the token and change the answer. Write https, or --allow-http.',
    );
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** This machine: what goes there is readable for nobody else. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    (isIP(hostname) === 4 && hostname.startsWith('127.'))
  );
}

async function fileToken(path: string): Promise<string> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new GateUsageError(
      `The file of --token-file cannot be read: ${path}`,
    );
  }
  if (text.trim() === '') {
    throw new GateUsageError(`The file of --token-file is empty: ${path}`);
  }
  return text;
}

/** What a header cannot hold would be shown by the error about it. */
function checked(token: string): string {
  if (token.length > LARGEST_TOKEN || !/^[\x21-\x7e]+$/.test(token)) {
    throw new GateUsageError(
      'The token is none: it has to be one line without spaces.',
    );
  }
  return token;
}
