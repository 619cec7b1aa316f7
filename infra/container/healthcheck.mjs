/** Asks the server in the same container whether it is ready; ends with 0 when it is. */
const answer = await fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).catch(() => null)
process.exit(answer?.status === 200 ? 0 : 1)
