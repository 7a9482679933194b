/* SPDX-License-Identifier: GPL-3.0-or-later */
/* server.c: starting and stopping, and what libmicrohttpd calls in between */
#include "server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "child.h"
#include "error.h"
#include "maxima.h"
#include "server-private.h"

#define BACKLOG 1024    /* connections that wait to be taken */
#define IDLE_SECONDS 30 /* that a connection may be silent */
#define STOP_STEP 10000 /* microseconds between two looks at what still runs */
#define STOP_LINGER                                                                                \
	20 /* steps without any request before the end: what was sent meanwhile comes in them */
#define CONNECTION_BYTES                                                                           \
	((intptr_t)(DD_MAX_TARGET_BYTES + DD_MAX_HEADER_BYTES) * 2) /* header and the room to send */
/* TLS 1.2 and 1.3, nothing below 128 bits */
#define TLS_PRIORITIES "SECURE128:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:%SERVER_PRECEDENCE"

int64_t
dd_server_get_now(const DdServer *self)
{
	return g_get_real_time() / G_USEC_PER_SEC + self->ahead;
}

const char *
dd_server_get_address(const DdServer *self)
{
	return self->address;
}

static void *
begin_request(void *data, const char *target, struct MHD_Connection *connection)
{
	return dd_exchange_new(data, target, connection);
}

static void
end_request(void *data, struct MHD_Connection *connection, void **context,
	enum MHD_RequestTerminationCode code)
{
	DdExchange *exchange = *context;
	(void)data;
	(void)connection;
	(void)code;
	if (exchange == NULL)
		return;
	*context = NULL;
	if (exchange->guarded != NULL)
		dd_guarded_set(exchange->guarded, DD_MAX_HEAD_SECONDS);
	dd_exchange_free(exchange);
}

/* Whose connection it is. Returns: FALSE when it is not counted: of this machine, or of a named proxy, which speaks for many */
static bool
find_holder(const DdServer *self, struct MHD_Connection *connection, DdNetwork *out)
{
	char peer[INET6_ADDRSTRLEN];
	dd_peer_format(connection, peer);
	return dd_network_parse(peer, out) && !dd_network_is_own(out) &&
	       (self->proxies == NULL || !g_strv_contains((const char *const *)self->proxies, peer));
}

static void
note_connection(void *data, struct MHD_Connection *connection, void **context,
	enum MHD_ConnectionNotificationCode code)
{
	DdServer *self = data;
	if (code == MHD_CONNECTION_NOTIFY_STARTED) {
		int fd = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
		DdNetwork holder;
		bool counted = find_holder(self, connection, &holder);
		*context = dd_guard_add(self->guard, fd, counted ? &holder : NULL, DD_MAX_HEAD_SECONDS);
	} else if (*context != NULL) {
		dd_guard_drop(self->guard, *context);
		*context = NULL;
	}
}

/* Called when the header is there, for each piece of the body, when all of it is there, and behind a lane */
static enum MHD_Result
take_request(void *data, struct MHD_Connection *connection, const char *path, const char *method,
	const char *version, const char *bytes, size_t *len, void **context)
{
	DdExchange *exchange = *context;
	(void)data;
	(void)connection;
	(void)path;
	(void)version;
	switch (exchange->state) {
	case DD_EXCHANGE_NEW:
		dd_exchange_begin(exchange, method);
		/* what is wrong is told before the body comes; without one the connection goes on */
		if (exchange->state != DD_EXCHANGE_ANSWERED || !dd_exchange_has_body(exchange))
			return MHD_YES;
		break;
	case DD_EXCHANGE_BODY:
		if (*len > 0) {
			dd_exchange_take(exchange, bytes, *len);
			*len = 0;
			return MHD_YES;
		}
		if (!dd_exchange_run(exchange))
			return MHD_YES;
		break;
	case DD_EXCHANGE_ANSWERED:
		break;
	case DD_EXCHANGE_AWAY:
	case DD_EXCHANGE_SENT:
	default:
		return MHD_YES;
	}
	return dd_exchange_send(exchange);
}

static bool
fail_listen(const char *listen_at, int number, GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_IO, "không mở được %s (cannot listen there): %s",
		listen_at, g_strerror(number));
	return false;
}

/* Reads "127.0.0.1:8080" or "[::1]:8080". Returns: bytes of the address, 0 when it is none */
static socklen_t
read_address(const char *text, struct sockaddr_storage *out)
{
	const char *colon = strrchr(text, ':');
	guint64 port;
	if (colon == NULL || !g_ascii_string_to_unsigned(colon + 1, 10, 0, 65535, &port, NULL))
		return 0;
	*out = (struct sockaddr_storage){0};
	if (*text == '[' && colon > text && colon[-1] == ']') {
		g_autofree char *host = g_strndup(text + 1, (size_t)(colon - text - 2));
		struct sockaddr_in6 *six = (struct sockaddr_in6 *)(void *)out;
		six->sin6_family = AF_INET6;
		six->sin6_port = htons((guint16)port);
		return inet_pton(AF_INET6, host, &six->sin6_addr) == 1 ? sizeof(*six) : 0;
	}
	g_autofree char *host = g_strndup(text, (size_t)(colon - text));
	struct sockaddr_in *four = (struct sockaddr_in *)(void *)out;
	four->sin_family = AF_INET;
	four->sin_port = htons((guint16)port);
	return inet_pton(AF_INET, strcmp(host, "localhost") == 0 ? "127.0.0.1" : host,
		       &four->sin_addr) == 1
		       ? sizeof(*four)
		       : 0;
}

/* Names where the socket listens: a port of 0 became one that was free */
static char *
name_address(int fd, bool tls)
{
	union {
		struct sockaddr any;
		struct sockaddr_in four;
		struct sockaddr_in6 six;
	} address = {.six = {0}};
	socklen_t len = sizeof(address);
	char host[INET6_ADDRSTRLEN] = "";
	const char *scheme = tls ? "https" : "http";
	if (getsockname(fd, &address.any, &len) != 0)
		return g_strdup(scheme);
	if (address.any.sa_family == AF_INET6) {
		inet_ntop(AF_INET6, &address.six.sin6_addr, host, sizeof(host));
		return g_strdup_printf("%s://[%s]:%u", scheme, host, ntohs(address.six.sin6_port));
	}
	inet_ntop(AF_INET, &address.four.sin_addr, host, sizeof(host));
	return g_strdup_printf("%s://%s:%u", scheme, host, ntohs(address.four.sin_port));
}

/* Returns: the descriptor, -1 with an error */
static int
open_socket(const char *listen_at, GError **error)
{
	struct sockaddr_storage address;
	socklen_t len = read_address(listen_at, &address);
	const int on = 1;
	if (len == 0) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"“%s” không phải địa chỉ như 127.0.0.1:8080 hay [::1]:8080 (\"%s\" is no "
			"address like "
			"127.0.0.1:8080 or [::1]:8080)",
			listen_at, listen_at);
		return -1;
	}
	int fd = socket(address.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) != 0 ||
		bind(fd, (const struct sockaddr *)&address, len) != 0 || listen(fd, BACKLOG) != 0) {
		fail_listen(listen_at, errno, error);
		if (fd >= 0)
			close(fd);
		return -1;
	}
	return fd;
}

static bool
load_certificate(DdServer *self, const DdSettings *settings, GError **error)
{
	g_autoptr(GError) inner = NULL;
	self->tls = settings->certificate != NULL;
	if (!self->tls ||
		(g_file_get_contents(settings->certificate, &self->certificate, NULL, &inner) &&
			g_file_get_contents(settings->key, &self->key, NULL, &inner)))
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_IO,
		"không đọc được chứng thư (cannot read the certificate): %s", inner->message);
	return false;
}

/* Takes over @fd */
static bool
start_daemon(DdServer *self, const DdSettings *settings, int fd, GError **error)
{
	unsigned threads = settings->threads > 0 ? (unsigned)settings->threads
						 : g_get_num_processors();
	char priorities[] = TLS_PRIORITIES;
	unsigned connections = (unsigned)MAX(settings->connections, (int64_t)threads);
	struct MHD_OptionItem options[] = {
		{MHD_OPTION_LISTEN_SOCKET, fd, NULL},
		{MHD_OPTION_THREAD_POOL_SIZE, threads > 1 ? (intptr_t)threads : 0, NULL},
		{MHD_OPTION_CONNECTION_LIMIT, (intptr_t)connections, NULL},
		{MHD_OPTION_CONNECTION_MEMORY_LIMIT, CONNECTION_BYTES, NULL},
		{MHD_OPTION_CONNECTION_TIMEOUT, IDLE_SECONDS, NULL},
		{MHD_OPTION_STRICT_FOR_CLIENT, 1, NULL},
		{MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1, NULL},
		{MHD_OPTION_NOTIFY_COMPLETED, (intptr_t)end_request, self},
		{MHD_OPTION_NOTIFY_CONNECTION, (intptr_t)note_connection, self},
		{MHD_OPTION_URI_LOG_CALLBACK, (intptr_t)begin_request, self},
		{self->tls ? MHD_OPTION_HTTPS_MEM_CERT : MHD_OPTION_END, 0, self->certificate},
		{MHD_OPTION_HTTPS_MEM_KEY, 0, self->key},
		{MHD_OPTION_HTTPS_PRIORITIES, 0, priorities},
		{MHD_OPTION_END, 0, NULL},
	};
	unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME |
			 (self->tls ? MHD_USE_TLS : 0U);
	self->daemon = MHD_start_daemon(flags, 0, NULL, NULL, take_request, self, MHD_OPTION_ARRAY,
		options, MHD_OPTION_END);
	self->listener = fd;
	if (self->daemon != NULL)
		return true;
	close(fd);
	g_set_error(error, DD_ERROR, DD_ERROR_IO,
		"không chạy được máy chủ; hãy kiểm tra chứng thư và giới hạn của hệ thống (cannot "
		"start the server: "
		"look at certificate and limits of the system)");
	return false;
}

/* Returns: 0 where nobody is to be waited for */
static unsigned
count_lane_threads(const DdServer *self, DdLane lane)
{
	if (lane == DD_LANE_DIRECTORY)
		return dd_vouch_get_directory(self->vouch) != NULL ? DD_MAX_OUTSIDE_THREADS : 0;
	if (lane == DD_LANE_PROVIDER)
		return dd_vouch_get_provider(self->vouch) != NULL ? DD_MAX_OUTSIDE_THREADS : 0;
	return lane == DD_LANE_UPLOAD ? DD_MAX_OUTSIDE_THREADS : 1;
}

/* Nobody else wants to join just now */
static void
settle_group(gpointer data)
{
	dd_write_group_settle(data);
}

static bool
start_parts(DdServer *self, const DdSettings *settings, GError **error)
{
	if (!dd_vouch_open(settings->config, dd_child_find, &self->vouch, error))
		return false;
	/* a store that is not there is told now, and not to the first who asks */
	DdStore *store = dd_store_pool_take(self->pool, dd_server_get_now(self), error);
	bool there = store != NULL;
	dd_store_pool_give(self->pool, store, false);
	if (!there || !load_certificate(self, settings, error))
		return false;
	self->rate = dd_rate_table_new((unsigned)settings->rate);
	self->metrics = dd_metrics_new();
	self->memo = dd_memo_new();
	self->guard = dd_guard_new((unsigned)settings->share, error);
	self->group = dd_write_group_new(self->pool);
	bool good = self->guard != NULL;
	for (DdLane lane = DD_LANE_WRITE; good && lane < DD_LANE_LAST; lane++) {
		unsigned threads = count_lane_threads(self, lane);
		if (threads == 0)
			continue;
		self->lanes[lane] = dd_lane_new(
			threads, lane == DD_LANE_WRITE ? settle_group : NULL, self->group, error);
		good = self->lanes[lane] != NULL;
	}
	self->runner = good ? dd_runner_new(self->pool, (unsigned)settings->jobs, self->ahead, error)
			    : NULL;
	if (self->runner != NULL)
		self->events = dd_events_new(
			self->pool, (unsigned)settings->connections / 2, self->ahead, error);
	return self->events != NULL &&
	       dd_directory_watch_new(self->pool, self->vouch, self->ahead, &self->watch, error);
}

static void
free_all(DdServer *self)
{
	dd_directory_watch_free(self->watch);
	dd_runner_free(self->runner);
	dd_events_free(self->events);
	dd_guard_free(self->guard);
	for (DdLane lane = 0; lane < DD_LANE_LAST; lane++)
		dd_lane_free(self->lanes[lane]);
	dd_write_group_free(self->group);
	dd_rate_table_free(self->rate);
	dd_metrics_free(self->metrics);
	dd_memo_free(self->memo);
	dd_store_pool_free(self->pool);
	dd_vouch_free(self->vouch);
	g_strfreev(self->proxies);
	g_free(self->address);
	g_free(self->certificate);
	g_free(self->key);
	g_free(self);
}

/* Returns: (transfer full) the addresses of a setting, NULL of NULL */
static char **
split_proxies(const char *setting)
{
	g_auto(GStrv) pieces = setting != NULL ? g_strsplit_set(setting, ", \t", -1) : NULL;
	g_autoptr(GStrvBuilder) out = g_strv_builder_new();
	for (char **piece = pieces; piece != NULL && *piece != NULL; piece++)
		if (**piece != '\0')
			g_strv_builder_add(out, *piece);
	return setting != NULL ? g_strv_builder_end(out) : NULL;
}

DdServer *
dd_server_start(const DdSettings *settings, const char *url, int64_t now, GError **error)
{
	DdServer *self = g_new0(DdServer, 1);
	self->started = g_get_monotonic_time();
	self->ahead = now - g_get_real_time() / G_USEC_PER_SEC;
	self->log = dd_settings_get_log(settings);
	self->pool = dd_store_pool_new(url);
	self->proxies = split_proxies(settings->proxies);
	int fd = start_parts(self, settings, error) ? open_socket(settings->listen, error) : -1;
	if (fd >= 0)
		self->address = name_address(fd, self->tls);
	if (fd < 0 || !start_daemon(self, settings, fd, error)) {
		free_all(self);
		return NULL;
	}
	return self;
}

/* Waits until no request runs for so many @steps */
static void
wait_quiet(const DdServer *self, unsigned steps)
{
	gint64 deadline = g_get_monotonic_time() + (gint64)DD_MAX_STOP_SECONDS * G_USEC_PER_SEC;
	for (unsigned quiet = 0; quiet < steps && g_get_monotonic_time() < deadline; quiet++) {
		g_usleep(STOP_STEP);
		if (__atomic_load_n(&self->active, __ATOMIC_ACQUIRE) > 0)
			quiet = 0;
	}
}

void
dd_server_stop(DdServer *self)
{
	if (self == NULL)
		return;
	__atomic_store_n(&self->stopping, true, __ATOMIC_RELEASE);
	/* not MHD_quiesce_daemon: in version 0.9.75 it takes the socket out of the set of a thread that may do so itself at that moment, and who comes second aborts */
	shutdown(self->listener, SHUT_RDWR);
	dd_events_stop(self->events);
	wait_quiet(self, STOP_LINGER);
	/* what still waits in them is answered, so that no connection is suspended when the daemon ends; who brings files wakes the runner from there */
	for (DdLane lane = 0; lane < DD_LANE_LAST; lane++)
		if (self->lanes[lane] != NULL)
			dd_lane_stop(self->lanes[lane]);
	g_clear_pointer(&self->watch, dd_directory_watch_free);
	g_clear_pointer(&self->runner, dd_runner_free);
	/* what came in behind the quiet was refused by then, or is done: that is still told */
	wait_quiet(self, 1);
	MHD_stop_daemon(self->daemon);
	free_all(self);
}
