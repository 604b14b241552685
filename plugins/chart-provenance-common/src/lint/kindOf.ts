import { LintKind } from '../api/lintTypes';

const SHELL =
  /(?:^|\/)(?:[^/]+\.(?:sh|bash|zsh)|Dockerfile[^/]*|[^/]+\.Dockerfile|Containerfile|Makefile|[^/]+\.mk|Justfile)$/i;
const YAML = /\.(?:ya?ml|json|lock|gotmpl|tpl)$/i;

/** As what a text is read: its name says so, or else how it looks. `manifest` is any YAML. */
export function kindOf(text: string, filename: string): LintKind {
  if (/\.(?:md|markdown|mdx)$/i.test(filename)) {
    return 'markdown';
  }
  if (/\.tf$/i.test(filename)) {
    return 'terraform';
  }
  if (SHELL.test(filename)) {
    return 'command';
  }
  return YAML.test(filename) ? 'manifest' : guess(text);
}

function guess(text: string): LintKind {
  const plain = text.trim();
  if (
    /^[^\s'"`$&|;]{1,2000}$/.test(plain) &&
    /^oci:\/\/|^[\w.-]+(?::\d+)?\/\S/i.test(plain)
  ) {
    return 'reference';
  }
  if (/^[ \t]*resource\s+"helm_release"/m.test(text)) {
    return 'terraform';
  }
  if (/^\s{0,40}(?:```|~~~)/m.test(text)) {
    return 'markdown';
  }
  const [first] = text.split('\n').filter(line => /^[^\s#]/.test(line));
  if (/^(?:---|[\w.-]{1,60}:(?:\s|$)|- |[{[])/.test(first ?? '')) {
    return 'manifest';
  }
  return /\b(?:helm|cosign)\b/.test(text) ? 'command' : 'unknown';
}

/** What a text is highlighted and saved as. */
export function languageOf(kind: LintKind, filename: string, text: string) {
  switch (kind) {
    case 'command':
      return /Dockerfile|Containerfile/i.test(filename)
        ? ('dockerfile' as const)
        : ('shell' as const);
    case 'terraform':
      return 'hcl' as const;
    case 'markdown':
      return 'markdown' as const;
    case 'reference':
    case 'unknown':
      return 'text' as const;
    default:
      return /^\s*[{[]/.test(text) ? ('json' as const) : ('yaml' as const);
  }
}
