/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-usage.c: runs a command and prints what it took: a program that is started by a large one is said to have been as large as
 * that, so whoever measures has to be small.
 *
 * usage: bench-usage COMMAND…    Prints processor seconds and the most bytes of memory, of the command and those it started.
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double
seconds(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int
main(int argc, char **argv)
{
	if (argc < 2)
		return 2;
	pid_t child = fork();
	if (child < 0)
		return 1;
	if (child == 0) {
		int sink = open("/dev/null", O_WRONLY | O_CLOEXEC);
		if (sink >= 0 && dup2(sink, STDOUT_FILENO) >= 0)
			execvp(argv[1], argv + 1);
		_exit(127);
	}
	int status = 0;
	struct rusage used;
	if (waitpid(child, &status, 0) != child || getrusage(RUSAGE_CHILDREN, &used) != 0)
		return 1;
	printf("%.6f %ld\n", seconds(used.ru_utime) + seconds(used.ru_stime), used.ru_maxrss * 1024);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
