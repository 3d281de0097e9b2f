import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import type { HostTheme } from '../ports/host';

/** Below this mean brightness (0-255) of the host's background the pane is dark as well. */
const DARK_BELOW = 128;

/** Brightness, 0-255, from which Windows' contrast themes start their foregrounds and under which their backgrounds stay. */
const CONTRAST_LIGHT = 235;
const CONTRAST_DARK = 45;

function channelsOf(color: string | null): readonly number[] | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? '');
  return match && match.slice(1).map((channel) => parseInt(channel, 16));
}

const brightness = (channels: readonly number[]): number =>
  channels.reduce((sum, channel) => sum + channel, 0) / channels.length;

/** Relative luminance, 0 to 1 (WCAG 2, "relative luminance"); null when it is no `#RRGGBB`. */
export function luminance(color: string): number | null {
  const channels = channelsOf(color);
  if (channels === null) return null;
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Black on dark, white or yellow text: one of the dark contrast themes of Windows, as Office passes it on. */
function isContrast({ background, foreground }: HostTheme): boolean {
  const [back, front] = [channelsOf(background), channelsOf(foreground)];
  if (back === null || front === null) return false;
  return Math.max(...back) <= CONTRAST_DARK && Math.max(...front) >= CONTRAST_LIGHT && Math.max(...back) === 0;
}

/** The theme that goes with the host's colours; light when it does not tell. Windows' own forced colours need no theme: the browser lays them over. */
export function themeFor(host: HostTheme): Theme {
  if (isContrast(host)) return contrastTheme(host);
  const channels = channelsOf(host.background);
  if (channels === null) return webLightTheme;
  return brightness(channels) < DARK_BELOW ? webDarkTheme : webLightTheme;
}

/** The contrast theme with the colours the user chose for windows, text and controls. */
function contrastTheme({ background, foreground, control, controlForeground }: HostTheme): Theme {
  const colors: Partial<Theme> = {
    ...(background === null
      ? {}
      : {
          colorNeutralBackground1: background,
          colorNeutralBackground2: background,
          colorNeutralBackground3: background,
        }),
    ...(foreground === null
      ? {}
      : {
          colorNeutralForeground1: foreground,
          colorNeutralForeground2: foreground,
          colorNeutralForeground3: foreground,
          colorNeutralStroke1: foreground,
        }),
    ...(control === null ? {} : { colorBrandBackground: control }),
    ...(controlForeground === null ? {} : { colorNeutralForegroundOnBrand: controlForeground }),
  };
  return { ...teamsHighContrastTheme, ...colors };
}
