import { decideOwnerKeys, ownerKeysOf } from './ownerKeys';
import { readEntityWord } from './readEntityWord';
import { resolveInventory } from './resolveInventory';
import { component, operatorWith } from './__testUtils__/words';

describe('owner keys', () => {
  const id = (value: string) => ({ 'backstage.io/kubernetes-id': value });

  it.each([
    ['payments', ['kubernetes-id:payments']],
    [' payments ', ['kubernetes-id:payments']],
    ['pay ments', []],
    ['x:entity:component', []],
    ['a'.repeat(254), []],
    ['', []],
  ])('“%s” gives %j', (value, expected) => {
    expect(ownerKeysOf(component('web', id(value)))).toEqual(expected);
  });

  it('lead to nobody where two entities write the same, and to no consumer that everybody sees: a squatter gains nothing', () => {
    const words = [
      component('payments', {
        ...id('payments'),
        'argocd/app-name': 'payments-prod',
      }),
      component('squatter', id('payments')),
      component('web', id('storefront')),
    ].map(readEntityWord);
    const expected = [
      {
        key: 'argocd-app:payments-prod',
        entityRef: 'component:default/payments',
      },
      { key: 'kubernetes-id:payments', entityRef: 'contested' },
      { key: 'kubernetes-id:storefront', entityRef: 'component:default/web' },
    ];
    expect(decideOwnerKeys(words)).toEqual(expected);
    expect(decideOwnerKeys([...words].reverse())).toEqual(expected);
    expect(resolveInventory(operatorWith([]), words).ownerKeys).toEqual(
      expected,
    );
  });
});
