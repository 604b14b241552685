/** What the beginning of an `index.yaml` says, without reading it as YAML: an index may be tens of megabytes. */
export interface IndexFacts {
  /** e.g. `v1`; undefined when it has none. */
  apiVersion: string | undefined;
  /** Names of charts; undefined without `entries`. */
  charts: number | undefined;
  /** Versions of all of them. */
  versions: number;
}

/**
 * Counts what Helm writes, line by line: keys of `entries` are charts, the items of their lists versions. Flow style beyond an empty
 * `{}` is not understood and counts as nothing. JSON is read as JSON.
 */
export function scanIndex(text: string): IndexFacts {
  return /^\s*\{/.test(text) ? scanJson(text) : scanLines(text);
}

function scanLines(text: string): IndexFacts {
  const facts: IndexFacts = {
    apiVersion: undefined,
    charts: undefined,
    versions: 0,
  };
  let inEntries = false;
  let chartIndent = -1;
  let itemIndent = -1;
  for (const line of linesOf(text)) {
    const indent = line.search(/\S/);
    if (indent < 0 || line[indent] === '#') {
      continue;
    }
    if (indent === 0 && line[0] !== '-') {
      inEntries = /^entries:/.test(line);
      facts.apiVersion ??= /^apiVersion:\s*["']?([\w.-]{1,20})/.exec(line)?.[1];
      facts.charts ??= inEntries ? 0 : undefined;
    } else if (inEntries && line[indent] === '-') {
      itemIndent = itemIndent < 0 ? indent : itemIndent;
      facts.versions += indent === itemIndent ? 1 : 0;
    } else if (inEntries) {
      chartIndent = chartIndent < 0 ? indent : chartIndent;
      if (indent === chartIndent) {
        facts.charts = (facts.charts ?? 0) + 1;
        // Each list may be indented in its own way.
        itemIndent = -1;
      }
    }
  }
  return facts;
}

function* linesOf(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    // Long enough for any key; descriptions may be endless.
    yield text.slice(start, Math.min(end, start + 300)).trimEnd();
    start = end + 1;
  }
}

function scanJson(text: string): IndexFacts {
  const none = { apiVersion: undefined, charts: undefined, versions: 0 };
  let index: unknown;
  try {
    index = JSON.parse(text);
  } catch {
    return none;
  }
  if (typeof index !== 'object' || index === null) {
    return none;
  }
  const apiVersion = 'apiVersion' in index ? index.apiVersion : undefined;
  const entries = 'entries' in index ? index.entries : undefined;
  const lists =
    typeof entries === 'object' && entries !== null
      ? Object.values(entries)
      : undefined;
  return {
    apiVersion:
      typeof apiVersion === 'string'
        ? /^[\w.-]{1,20}$/.exec(apiVersion)?.[0]
        : undefined,
    charts: lists?.length,
    versions: (lists ?? []).reduce<number>(
      (sum, list) => sum + (Array.isArray(list) ? list.length : 0),
      0,
    ),
  };
}
