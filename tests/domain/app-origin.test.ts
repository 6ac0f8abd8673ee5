import { afterEach, expect, test, vi } from 'vitest';
import { appOrigin, isOwnOrigin, isSecureOrigin } from '@/lib/app-origin';

afterEach(() => vi.unstubAllEnvs());

test('the origin is the configured one, whatever path stands behind it', () => {
  vi.stubEnv('AUTH_URL', 'https://ar.example.com/api/auth');
  expect(appOrigin()).toBe('https://ar.example.com');
  expect(isSecureOrigin()).toBe(true);
});

test('only the configured origin is our own', () => {
  vi.stubEnv('AUTH_URL', 'https://ar.example.com');
  expect(isOwnOrigin('https://ar.example.com')).toBe(true);
  for (const other of [
    'http://ar.example.com',
    'https://ar.example.com:8443',
    'https://ar.example.com.evil.example',
    'https://evil.example',
    'https://localhost',
    'null',
    '',
  ])
    expect(isOwnOrigin(other)).toBe(false);
});

test('on one’s own machine every name of it is our own, on our port', () => {
  vi.stubEnv('AUTH_URL', 'http://127.0.0.1:3000');
  for (const own of ['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000'])
    expect(isOwnOrigin(own)).toBe(true);
  for (const other of ['http://localhost:3001', 'https://localhost:3000', 'http://192.168.1.4:3000'])
    expect(isOwnOrigin(other)).toBe(false);
});
