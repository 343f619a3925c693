// Loaded before a program that another one of ours starts with a channel: ends it when that one is gone, even
// by SIGKILL, so that no process stays behind. The program itself needs to know nothing of it.
process.once('disconnect', () => process.kill(process.pid, 'SIGINT'))
// Listening must not keep the program running when it has nothing left to do.
process.channel?.unref()
