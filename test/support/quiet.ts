/** Tests provoke failures on purpose; what the program would log of them is no news. */
process.env.LOG_LEVEL ??= 'silent'
