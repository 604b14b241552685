// What was written to cost as much as can be costs, verified in a thread or, with 0, in the process itself.
const { product } = require('./product.cjs');

const { measureHostile } = product(
  'verification/__testUtils__/measureHostile.ts',
);

async function main({ workers }) {
  const { costs, state } = await measureHostile(workers);
  console.log(JSON.stringify({ workers, costs, state }));
}

main(JSON.parse(process.argv[2]));
