import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

it('imports nothing but itself, and types: browsers load it', () => {
  const files = readdirSync(__dirname).filter(
    name => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  expect(files.length).toBeGreaterThan(5);
  for (const name of files) {
    const text = readFileSync(join(__dirname, name), 'utf8');
    const imports = [...text.matchAll(/^(import|export) .*?from '(.*?)';$/gms)];
    for (const [statement, , from] of imports) {
      const itself = /^\.\/\w+$/.test(from);
      expect({
        name,
        from,
        fine: itself || /^import type /.test(statement),
      }).toMatchObject({ fine: true });
    }
  }
});
