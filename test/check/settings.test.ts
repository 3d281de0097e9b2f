import { describe, expect, test } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../../src/check/settings';
import { readSettings } from '../../src/check/settingsSchema';

describe('settings', () => {
  test('what is stored is completed with the defaults', () => {
    expect(readSettings({ thresholds: { laggingShare: 0.8 } })?.thresholds).toEqual({ ...DEFAULT_SETTINGS.thresholds, laggingShare: 0.8 });
    expect(readSettings({})).toEqual(DEFAULT_SETTINGS);
  });
  test('what is no setting is refused', () => {
    expect(readSettings(null)).toBeNull();
    expect(readSettings({ thresholds: { laggingShare: 8 } })).toBeNull();
    expect(readSettings({ statuses: [] })).toBeNull();
    expect(readSettings({ colour: 'red' })).toBeNull();
  });
});
