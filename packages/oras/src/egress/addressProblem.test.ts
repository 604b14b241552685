import { addressProblem } from './addressProblem';

describe('addressProblem', () => {
  it.each([
    '140.82.121.34',
    '2606:4700::6810:84e5',
    '::ffff:140.82.121.34',
    '64:ff9b::8c52:7922',
  ])('lets %s through', address => {
    expect(addressProblem(address, false)).toBeUndefined();
  });

  it.each([
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '127.0.0.1',
    '127.9.9.9',
    '100.64.0.1',
    '::1',
    'fd12:3456::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::a00:1',
  ])('opens %s only where the operator says so', address => {
    expect(addressProblem(address, false)).toBeDefined();
    expect(addressProblem(address, true)).toBeUndefined();
  });

  it.each([
    '169.254.169.254',
    '169.254.170.2',
    '::ffff:169.254.169.254',
    '64:ff9b::a9fe:a9fe',
    '100.100.100.200',
    '168.63.129.16',
    'fd00:ec2::254',
    'fe80::1',
    '0.0.0.0',
    '::',
    '255.255.255.255',
    '224.0.0.1',
    'ff02::1',
    '192.0.2.1',
    '198.18.0.1',
    '240.0.0.1',
    '2001:db8::1',
    '2002:a00:1::',
    // 127.0.0.1 behind a local NAT64 prefix, 8.8.8.8 where the well-known one has its address.
    '64:ff9b:1:7f00:0:100:808:808',
    '2001:0:53aa:64c::1',
    '::7f00:1',
    'fec0::1',
    'not an address',
  ])('never opens %s', address => {
    expect(addressProblem(address, true)).toBeDefined();
  });
});
