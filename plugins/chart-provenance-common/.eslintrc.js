// The pure core: what it knows comes in as an argument. No clock, no randomness, no network, no process.
const IMPURE = [
  [
    'NewExpression[callee.name="Date"][arguments.length=0]',
    'The clock is an argument here.',
  ],
  [
    'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    'The clock is an argument here.',
  ],
  [
    'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    'The core is deterministic.',
  ],
].map(([selector, message]) => ({ selector, message }));

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  restrictedSrcSyntax: IMPURE,
  rules: {
    'no-restricted-globals': [
      'error',
      'fetch',
      'process',
      'Buffer',
      'window',
      'document',
      'localStorage',
      'setTimeout',
      'setInterval',
    ],
  },
});
