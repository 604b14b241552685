import type { Release } from './release.ts';
import { ledger, payments } from './releases/money.ts';
import { edge, loyalty, notifications } from './releases/platform.ts';
import { checkout, inventory, search, storefront } from './releases/shop.ts';

/** Every release of Acme's charts, with what became of some of them. */
export const RELEASES: Release[] = [
  ...payments(),
  ...ledger(),
  ...storefront(),
  ...search(),
  ...notifications(),
  ...inventory(),
  ...checkout(),
  ...edge(),
  ...loyalty(),
];
