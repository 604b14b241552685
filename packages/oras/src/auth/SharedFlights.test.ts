import { SharedFlights } from './SharedFlights';

function flight() {
  const begun: { signal: AbortSignal; land: (value: string) => void }[] = [];
  const begin = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      begun.push({ signal, land: resolve });
      signal.addEventListener('abort', () => reject(new Error('given up')));
    });
  return { begun, begin };
}

it('does the work once for all who need it, and again afterwards', async () => {
  const flights = new SharedFlights<string>();
  const { begun, begin } = flight();
  const both = Promise.all([
    flights.join('a', undefined, begin),
    flights.join('a', new AbortController().signal, begin),
  ]);
  begun[0].land('one');
  expect(await both).toEqual(['one', 'one']);
  const later = flights.join('a', undefined, begin);
  begun[1].land('two');
  expect(await later).toBe('two');
  expect(begun).toHaveLength(2);
  expect(begun[0].signal.aborted).toBe(false);
});

it('lets one leave without the others, and gives up when the last has left', async () => {
  const flights = new SharedFlights<string>();
  const { begun, begin } = flight();
  const first = new AbortController();
  const second = new AbortController();
  const one = flights.join('a', first.signal, begin);
  const two = flights.join('a', second.signal, begin);
  first.abort();
  await expect(one).rejects.toMatchObject({ code: 'aborted' });
  expect(begun[0].signal.aborted).toBe(false);
  second.abort();
  await expect(two).rejects.toMatchObject({ code: 'aborted' });
  expect(begun[0].signal.aborted).toBe(true);
  // Whoever comes now does not wait for what was given up.
  const three = flights.join('a', undefined, begin);
  begun[1].land('fresh');
  expect(await three).toBe('fresh');
});

it('begins nothing for a caller that has left already', async () => {
  const begin = jest.fn();
  const gone = AbortSignal.abort();
  await expect(
    new SharedFlights<string>().join('a', gone, begin),
  ).rejects.toMatchObject({ code: 'aborted' });
  expect(begin).not.toHaveBeenCalled();
});
