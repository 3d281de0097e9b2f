import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

/** Below this mean brightness (0-255) of Office's background the pane is dark as well. */
const DARK_BELOW = 128;

/** The theme that goes with Office's own background colour (`#RRGGBB`); light when Office does not tell. */
export function themeFor(background: string | undefined): Theme {
  const channels = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background ?? '');
  if (channels === null) return webLightTheme;
  const brightness = channels.slice(1).reduce((sum, channel) => sum + parseInt(channel, 16), 0) / 3;
  return brightness < DARK_BELOW ? webDarkTheme : webLightTheme;
}
