// Loaded before a child's own program. A supervisor that is killed cannot stop its children: the channel between
// them breaks, and each stops by itself. Without a channel this does nothing.
const PATIENCE_MS = 15_000;

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
});
