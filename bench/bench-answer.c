/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-answer.c: the least that libmicrohttpd can do: answers GET /N with N bytes that are in memory, by as many threads as dondoc serve has.
 * usage: bench-answer THREADS    Prints its port; ends with its standard input
 */
#include <glib.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#define MOST_BYTES (1 << 20)
#define CONNECTIONS 256

static char bytes[MOST_BYTES];

static enum MHD_Result
answer(void *data, struct MHD_Connection *connection, const char *url, const char *method,
	const char *version, const char *upload, size_t *upload_size, void **state)
{
	static int seen;
	(void)data, (void)method, (void)version, (void)upload, (void)upload_size;
	if (*state == NULL) {
		*state = &seen; /* the first call comes before the body */
		return MHD_YES;
	}
	guint64 size = 0;
	(void)g_ascii_string_to_unsigned(url + 1, 10, 0, MOST_BYTES, &size, NULL);
	struct MHD_Response *response = MHD_create_response_from_buffer(
		(size_t)size, bytes, MHD_RESPMEM_PERSISTENT);
	if (response == NULL)
		return MHD_NO;
	MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, "application/json");
	enum MHD_Result queued = MHD_queue_response(connection, MHD_HTTP_OK, response);
	MHD_destroy_response(response);
	return queued;
}

int
main(int argc, char **argv)
{
	guint64 threads = 0;
	if (argc == 2)
		(void)g_ascii_string_to_unsigned(argv[1], 10, 1, 64, &threads, NULL);
	memset(bytes, 'a', sizeof(bytes));
	struct sockaddr_in loopback = {
		.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	struct MHD_Daemon *daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL,
		answer, NULL, MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&loopback,
		MHD_OPTION_THREAD_POOL_SIZE, threads > 1 ? (unsigned)threads : 0,
		MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS, MHD_OPTION_END);
	const union MHD_DaemonInfo *info = daemon != NULL ? MHD_get_daemon_info(daemon,
								    MHD_DAEMON_INFO_BIND_PORT)
							  : NULL;
	if (info == NULL) {
		fputs("usage: bench-answer THREADS\n", stderr);
		return 2;
	}
	printf("%d\n", info->port);
	fflush(stdout);
	while (getchar() != EOF)
		continue;
	MHD_stop_daemon(daemon);
	return 0;
}
