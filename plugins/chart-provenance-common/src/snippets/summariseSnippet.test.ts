import MarkdownIt from 'markdown-it';
import { summariseSnippet } from './summariseSnippet';

const HOSTILE = [
  'Application x ![](https://evil.example/pixel.png) is not changed',
  'Application <!-- hides all that comes after',
  'Application </details><img src=x onerror=alert(1)>',
  'Application [approved](https://evil.example) by **security**',
  'Application x\n\n/merge\n# Approved',
  'Application @acme/everyone closes #1 www.evil.example',
  '/approve',
  '- [x] reviewed',
];

describe('summariseSnippet', () => {
  it('keeps what others wrote as text: no HTML, links, images, headings, mentions or lines of its own', () => {
    const markdown = summariseSnippet({
      guarantees: HOSTILE[0],
      cannot: HOSTILE,
      notes: HOSTILE,
      files: [{ path: 'a`b<i>' }, { path: '.github/workflows/release.yml' }],
    });
    const html = new MarkdownIt({ html: true, linkify: true }).render(markdown);
    const tags = new Set(
      [...html.matchAll(/<\/?([a-z]+)/gi)].map(([, name]) => name),
    );
    expect([...tags].sort()).toEqual(['code', 'li', 'p', 'strong', 'ul']);
    expect(html.match(/<strong>/g)).toHaveLength(3);
    expect(html.match(/<li>/g)).toHaveLength(2 + 2 * HOSTILE.length);
    expect(markdown).not.toMatch(/@acme|#1\b|^\/|^#/m);
    expect(html).toContain('<code>.github/workflows/release.yml</code>');
    expect(html).not.toContain('<!--');
  });
});
