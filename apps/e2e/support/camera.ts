import type { Page } from '@playwright/test'
import jsQR from 'jsqr'

/** Looks at a page as the camera of a phone does; answers what the QR code in it says, `null` when it sees none. */
export async function readsQrCode(page: Page): Promise<string | null> {
  const picture = (await page.screenshot()).toString('base64')
  // The pixels of the picture, by a browser: it knows PNG. A blank page, where no policy keeps pictures out.
  const desk = await page.context().newPage()
  const { pixels, width, height } = await desk.evaluate(async (png) => {
    const image = new Image()
    image.src = `data:image/png;base64,${png}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('there is no canvas')
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, image.width, image.height)
    // Millions of numbers one by one would take half a minute to come over; one text takes none.
    const reader = new FileReader()
    const read = new Promise((resolve) => reader.addEventListener('load', resolve))
    reader.readAsDataURL(new Blob([data]))
    await read
    return { pixels: String(reader.result).split(',')[1] ?? '', width: image.width, height: image.height }
  }, picture)
  await desk.close()
  return jsQR.default(new Uint8ClampedArray(Buffer.from(pixels, 'base64')), width, height)?.data ?? null
}
