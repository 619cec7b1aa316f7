import type { video as nl } from '../nl/video.ts'

export const video: typeof nl = {
  title: 'Join from home',
  fromHome: 'You can also join from home, by video.',
  open: 'Open the video',
  elsewhere: (host) => `The video comes from ${host}. That is another service. It sees the address of your connection.`,
  show: 'Show the video here',
  showText: (host) =>
    `When you press the button, this page connects to ${host}. That service then sees the address of your connection, and what you show and say in the video. We remember your choice in this tab only.`,
  hide: 'Stop the video',
  frame: (host) => `Video of ${host}`,
  orNewTab: 'Open in a new tab',
  newTab: 'opens in a new tab',
}
