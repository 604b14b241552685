module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // Only `chart-provenance-oras/reference` is imported, which is pure and meant for browsers too.
    '@backstage/no-mixed-plugin-imports': [
      'warn',
      { excludedTargetPackages: ['chart-provenance-oras'] },
    ],
  },
});
