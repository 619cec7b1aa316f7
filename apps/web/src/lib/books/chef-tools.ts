/** What only a Chef has on the page, menus and all: fetched when one turns out to be the Chef of this book. */
export { default as SectionMenu } from '@witboek/ui/book/SectionMenu.svelte'
export { default as ChefBar } from './ChefBar.svelte'
export { default as ChefDesk } from './ChefDesk.svelte'
