import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { openApi } from '@/app/api/v1/_api/openapi';
import { OPERATIONS } from '@/app/api/v1/_api/registry';

const described = () => JSON.parse(JSON.stringify(openApi(OPERATIONS))) as Record<string, unknown>;

test('the description is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  expect(await validator.validate(described())).toMatchObject({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('a description with a fault is found to have one', async () => {
  const { paths } = described();
  const broken = {
    ...described(),
    paths: { ...Object(paths), '/faulty': { get: { parameters: [{ in: 'query' }] } } },
  };
  expect(await new Validator().validate(broken)).toMatchObject({ valid: false });
});
