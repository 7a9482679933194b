/* SPDX-License-Identifier: GPL-3.0-or-later */
/* exchange.c: a request from its header to the handler: limits, route, who asks, rights, body */
#include <arpa/inet.h>
#include <string.h>

#include "api-token.h"
#include "error.h"
#include "header.h"
#include "kept.h"
#include "maxima.h"
#include "page.h"
#include "secret.h"
#include "server-private.h"

#define UNKNOWN "-" /* where no route is */
#define PAGE "page" /* instead of a route, in the log */

DdExchange *
dd_exchange_new(DdServer *server, const char *target, struct MHD_Connection *connection)
{
	DdExchange *self = g_new0(DdExchange, 1);
	self->server = server;
	self->connection = connection;
	self->target = g_strdup(target);
	self->method = UNKNOWN;
	return self;
}

static size_t
find_place(const DdRoute *route)
{
	size_t n;
	const DdRoute *all = dd_route_get_all(&n);
	return route != NULL ? (size_t)(route - all) : n;
}

/* What came is not needed any more */
static void
close_upload(DdExchange *self)
{
	if (self->upload != NULL)
		__atomic_fetch_sub(&self->server->uploads, 1, __ATOMIC_RELAXED);
	g_clear_pointer(&self->upload, dd_upload_free);
}

void
dd_exchange_free(DdExchange *self)
{
	DdServer *server = self->server;
	if (self->state != DD_EXCHANGE_NEW) {
		const DdLogEntry entry = {dd_server_get_now(server), self->id, self->method,
			self->match.route != NULL ? self->match.route->pattern
			: self->page              ? PAGE
						  : UNKNOWN,
			self->answer.status, self->sent, g_get_monotonic_time() - self->began};
		dd_metrics_add(server->metrics, find_place(self->match.route), entry.status,
			entry.microseconds);
		dd_log_answer(server->log, &entry);
		__atomic_fetch_sub(&server->active, 1, __ATOMIC_RELEASE);
	}
	close_upload(self);
	dd_query_clear(&self->query);
	dd_answer_clear(&self->answer);
	dd_arena_free(self->arena);
	if (self->body != NULL) {
		dd_secret_wipe(self->body->data, self->body->len); /* it may be a password */
		g_byte_array_unref(self->body);
	}
	if (self->session != NULL)
		dd_secret_wipe(self->session, strlen(self->session));
	g_free(self->session);
	g_free(self->client);
	g_free(self->origin);
	g_free(self->target);
	dd_secret_wipe(&self->who.csrf, sizeof(self->who.csrf));
	g_free(self);
}

const char *
dd_exchange_get_field(const DdExchange *self, const char *name)
{
	return MHD_lookup_connection_value(self->connection, MHD_HEADER_KIND, name);
}

/* A field that may come several times */
typedef struct {
	const char *name;
	GString *values; /* by commas, as one field would have them (RFC 9110, 5.3) */
	unsigned n;
} Field;

static enum MHD_Result
add_field(void *data, enum MHD_ValueKind kind, const char *name, const char *value)
{
	Field *field = data;
	(void)kind;
	if (g_ascii_strcasecmp(name, field->name) == 0)
		g_string_append_printf(field->values, "%s%s", field->n++ > 0 ? "," : "",
			value != NULL ? value : "");
	return MHD_YES;
}

/* Returns: (transfer full) all values of a field; @n_out: how often it came */
static char *
join_fields(const DdExchange *self, const char *name, unsigned *n_out)
{
	Field field = {name, g_string_new(NULL), 0};
	MHD_get_connection_values(self->connection, MHD_HEADER_KIND, add_field, &field);
	*n_out = field.n;
	return g_string_free(field.values, FALSE);
}

/* An id that a proxy gave goes on; else one is made that nobody else has */
static void
name_request(DdExchange *self)
{
	const char *given = dd_exchange_get_field(self, "X-Request-Id");
	if (given != NULL && dd_header_is_request_id(given))
		g_strlcpy(self->id, given, sizeof(self->id));
	else
		g_snprintf(self->id, sizeof(self->id), "%08x%08x", g_random_int(), g_random_int());
}

void
dd_peer_format(struct MHD_Connection *connection, char buffer[INET6_ADDRSTRLEN])
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(
		connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	const struct sockaddr *address = info != NULL ? info->client_addr : NULL;
	g_strlcpy(buffer, "?", INET6_ADDRSTRLEN);
	if (address != NULL && address->sa_family == AF_INET)
		inet_ntop(AF_INET, &((const struct sockaddr_in *)(const void *)address)->sin_addr,
			buffer, INET6_ADDRSTRLEN);
	else if (address != NULL && address->sa_family == AF_INET6)
		inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)(const void *)address)->sin6_addr,
			buffer, INET6_ADDRSTRLEN);
}

static void
find_client(DdExchange *self)
{
	char peer[INET6_ADDRSTRLEN];
	dd_peer_format(self->connection, peer);
	const char *const *proxies = (const char *const *)self->server->proxies;
	unsigned n;
	/* a proxy may add a line of its own behind what somebody else wrote */
	g_autofree char *forwarded = join_fields(self, "X-Forwarded-For", &n);
	self->client = dd_header_get_client(n > 0 ? forwarded : NULL, peer, proxies);
	self->origin = g_strconcat("api:", self->client, NULL);
	self->secure = self->server->tls ||
		       (proxies != NULL && g_strv_contains(proxies, peer) &&
			       g_strcmp0(dd_exchange_get_field(self, "X-Forwarded-Proto"),
				       "https") == 0);
}

static bool
refuse(DdExchange *self, DdProblem problem, const char *detail)
{
	dd_answer_problem(&self->answer, problem, detail);
	return false;
}

static bool
fail(DdExchange *self, const GError *error)
{
	dd_answer_fail(&self->answer, error);
	return false;
}

/* Two words on how long the body is: a proxy may have believed the other one */
static bool
says_length_twice(const DdExchange *self)
{
	static const char *const names[] = {"Content-Length", "Transfer-Encoding"};
	unsigned words = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		unsigned n;
		g_free(join_fields(self, names[i], &n));
		words += n;
	}
	return words > 1;
}

/* What may be said of a request before it is known where it goes */
static bool
check_shape(DdExchange *self)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(
		self->connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
	unsigned wait = dd_rate_table_take(self->server->rate, self->client, g_get_monotonic_time());
	g_autoptr(GError) error = NULL;
	if (wait > 0) {
		self->answer.retry_after = wait;
		return refuse(self, DD_PROBLEM_TOO_MANY, NULL);
	}
	if (strlen(self->target) > DD_MAX_TARGET_BYTES)
		return refuse(self, DD_PROBLEM_TARGET_TOO_LONG, NULL);
	if (info != NULL && info->header_size > DD_MAX_TARGET_BYTES + DD_MAX_HEADER_BYTES)
		return refuse(self, DD_PROBLEM_HEADERS_TOO_LARGE, NULL);
	if (says_length_twice(self))
		return refuse(self, DD_PROBLEM_BAD_REQUEST, NULL);
	return dd_query_parse(self->target, &self->query, &error) || fail(self, error);
}

/* What is no route may be the page's. Returns: FALSE, an answer is made */
static bool
find_page(DdExchange *self, const char *method)
{
	self->head = strcmp(method, "HEAD") == 0;
	bool asks = self->head || strcmp(method, "GET") == 0;
	self->page = asks && dd_page_answer(self->query.path,
				     dd_exchange_get_field(self, "Accept-Encoding"), &self->answer);
	if (!self->page)
		return refuse(self, DD_PROBLEM_NOT_FOUND, NULL);
	self->method = "GET";
	return false;
}

static bool
find_route(DdExchange *self, const char *method)
{
	g_autoptr(GError) error = NULL;
	static const char *const none[] = {NULL};
	dd_route_match(method, self->query.path, &self->match);
	if (!self->match.known)
		return find_page(self, method);
	if (self->match.route == NULL) {
		self->answer.allow = self->match.allow;
		return refuse(self, DD_PROBLEM_METHOD, NULL);
	}
	const DdRoute *route = self->match.route;
	self->method = route->method;
	self->head = strcmp(method, "HEAD") == 0;
	const char *const *names = route->parameters != NULL ? route->parameters : none;
	return route->any_parameters || dd_query_check(&self->query, names, &error) ||
	       fail(self, error);
}

/* Finds who asks, by a token or by the session that a cookie names */
static bool
identify(DdExchange *self, DdStore *store, int64_t now, GError **error)
{
	const char *authorization = dd_exchange_get_field(self, "Authorization");
	if (authorization != NULL) {
		const char *token = dd_header_get_bearer(authorization);
		return token == NULL || dd_token_find(store, token, now, self->arena, &self->who,
						&self->known, error);
	}
	if (self->session == NULL)
		self->session = dd_header_get_cookie(
			dd_exchange_get_field(self, "Cookie"), DD_COOKIE(self->secure));
	return self->session == NULL || dd_session_find(store, self->session, now, self->arena,
						&self->who, &self->known, error);
}

/* The use of a session or token, to be noted by the lane that writes */
typedef struct {
	DdServer *server;
	char *session;
	int64_t token;
} Touch;

static void
touch_free(Touch *self)
{
	if (self->session != NULL)
		dd_secret_wipe(self->session, strlen(self->session));
	g_free(self->session);
	g_free(self);
}

/* What was not kept the next request notes */
static void
end_touch(gpointer item, DdGroupOutcome outcome)
{
	(void)outcome;
	touch_free(item);
}

static void
touch(gpointer item, bool late)
{
	Touch *self = item;
	int64_t now = dd_server_get_now(self->server);
	g_autoptr(GError) error = NULL;
	DdStore *store = late ? NULL : dd_write_group_enter(self->server->group, now, &error);
	bool good = store != NULL &&
		    (self->session != NULL ? dd_session_touch(store, self->session, now, &error)
					   : dd_token_touch(store, self->token, now, &error));
	if (!late && !good)
		g_message("%s", error->message);
	if (store != NULL)
		dd_write_group_leave(self->server->group, good, end_touch, self);
	else
		touch_free(self);
}

static void
note_use(DdExchange *self)
{
	Touch *one = g_new0(Touch, 1);
	one->server = self->server;
	one->session = g_strdup(self->session);
	one->token = self->who.token;
	/* where there is no room the next request notes it */
	if (!dd_lane_push(self->server->lanes[DD_LANE_WRITE], touch, one))
		touch_free(one);
}

/* A change by a session must come from our own page: another one cannot read the token that it takes */
static bool
check_csrf(DdExchange *self)
{
	DdSecret given;
	const char *field = dd_exchange_get_field(self, "X-CSRF-Token");
	if (self->who.token != 0 || strcmp(self->match.route->method, "GET") == 0)
		return true;
	return (field != NULL && dd_secret_parse(field, &given) &&
		       dd_secret_equals(&given, &self->who.csrf)) ||
	       refuse(self, DD_PROBLEM_BAD_CSRF, NULL);
}

static bool
check_rights(DdExchange *self)
{
	const unsigned any = DD_STANDING_LEADS | DD_STANDING_HELPS | DD_STANDING_ABOVE;
	const DdRoute *route = self->match.route;
	g_autoptr(GError) error = NULL;
	if (self->who.must_enrol && !route->enrols)
		return refuse(self, DD_PROBLEM_CODE_UNENROLED, NULL);
	if ((self->who.scopes & route->scope) != route->scope)
		return refuse(self, DD_PROBLEM_FORBIDDEN,
			"mã truy cập không có quyền này (the token has no such scope)");
	if (route->action != DD_ACTION_LAST &&
		!dd_permission_allows(self->who.role, route->action, DD_STANDING_NONE) &&
		!dd_permission_check(self->who.role, route->action, any, &error))
		return fail(self, error);
	return check_csrf(self);
}

static bool
check_who(DdExchange *self)
{
	int64_t now = dd_server_get_now(self->server);
	g_autoptr(GError) error = NULL;
	self->arena = dd_arena_new();
	if (self->match.route->open)
		return true;
	DdStore *store = dd_store_pool_take(self->server->pool, now, &error);
	bool good = store != NULL && identify(self, store, now, &error);
	dd_store_pool_give(self->server->pool, store, !good);
	if (!good)
		return fail(self, error);
	if (!self->known)
		return refuse(self, DD_PROBLEM_UNAUTHORISED, NULL);
	if (self->who.stale)
		note_use(self);
	return check_rights(self);
}

/* Files take room while they come: of so many at once only */
static bool
open_upload(DdExchange *self, const char *type)
{
	g_autoptr(GError) error = NULL;
	unsigned *uploads = &self->server->uploads;
	if (__atomic_fetch_add(uploads, 1, __ATOMIC_RELAXED) < DD_MAX_UPLOADS)
		self->upload = dd_upload_new(type, &error);
	if (self->upload != NULL)
		return true;
	__atomic_fetch_sub(uploads, 1, __ATOMIC_RELAXED);
	return error != NULL ? fail(self, error) : refuse(self, DD_PROBLEM_UNAVAILABLE, NULL);
}

/* What is said of the body before it comes */
static bool
check_body(DdExchange *self)
{
	const DdRoute *route = self->match.route;
	const char *length = dd_exchange_get_field(self, "Content-Length");
	guint64 bytes = 0;
	if (length != NULL && !g_ascii_string_to_unsigned(length, 10, 0, G_MAXUINT64, &bytes, NULL))
		return refuse(self, DD_PROBLEM_BAD_REQUEST, NULL);
	if (bytes > route->body_max)
		return refuse(self, DD_PROBLEM_TOO_LARGE, NULL);
	const char *type = dd_exchange_get_field(self, "Content-Type");
	if (route->body_type != NULL && !dd_header_is_type(type, route->body_type))
		return refuse(self, DD_PROBLEM_MEDIA_TYPE, route->body_type);
	return !route->takes_files || open_upload(self, type);
}

static bool
accepts_other(const DdRoute *route, const char *accept)
{
	for (const char *const *type = route->also; type != NULL && *type != NULL; type++)
		if (dd_header_accepts_type(accept, *type))
			return true;
	return false;
}

static bool
check_accept(DdExchange *self)
{
	const char *accept = dd_exchange_get_field(self, "Accept");
	const char *type = self->match.route->streams ? "text/event-stream" : "application/json";
	return strncmp(self->match.route->pattern, "/api/", 5) != 0 || self->match.route->other_type ||
	       dd_header_accepts_type(accept, type) || accepts_other(self->match.route, accept) ||
	       refuse(self, DD_PROBLEM_NOT_ACCEPTABLE, NULL);
}

void
dd_exchange_begin(DdExchange *self, const char *method)
{
	self->began = g_get_monotonic_time();
	self->state = DD_EXCHANGE_BODY;
	__atomic_fetch_add(&self->server->active, 1, __ATOMIC_ACQUIRE);
	self->guarded = MHD_get_connection_info(self->connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)
				->socket_context;
	dd_guarded_set(self->guarded, DD_MAX_BODY_SECONDS);
	name_request(self);
	find_client(self);
	if (check_shape(self) && find_route(self, method) && check_accept(self) && check_who(self))
		(void)check_body(self);
	if (self->answer.status != 0)
		self->state = DD_EXCHANGE_ANSWERED;
}

bool
dd_exchange_has_body(const DdExchange *self)
{
	const char *length = dd_exchange_get_field(self, "Content-Length");
	return dd_exchange_get_field(self, "Transfer-Encoding") != NULL ||
	       (length != NULL && strcmp(length, "0") != 0);
}

/* The rest of a form that is wrong comes and goes, and what is wrong is told behind it */
static void
take_files(DdExchange *self, const char *bytes, size_t len)
{
	g_autoptr(GError) error = NULL;
	if (self->upload == NULL || dd_upload_feed(self->upload, bytes, len, &error))
		return;
	(void)fail(self, error);
	close_upload(self);
}

void
dd_exchange_take(DdExchange *self, const char *bytes, size_t len)
{
	/* JSON may hold a password, and never moves: it is wiped where it stands, and nowhere else */
	if (self->match.route->takes_files) {
		take_files(self, bytes, len);
		return;
	}
	if (self->body == NULL)
		self->body = g_byte_array_sized_new(
			(guint)MIN(self->match.route->body_max, DD_MAX_JSON_BYTES));
	self->drop = self->drop || len > self->match.route->body_max - self->body->len;
	if (!self->drop)
		g_byte_array_append(self->body, (const guint8 *)bytes, (guint)len);
}

/* A body may come slowly, and wait: who was let in at its head may have been put out since. Returns: FALSE with an answer made, or with @error */
static bool
is_still_let_in(DdExchange *self, DdStore *store, GError **error)
{
	if (store == NULL || !self->known || (self->body == NULL && self->upload == NULL))
		return true;
	self->known = false;
	if (!identify(self, store, dd_server_get_now(self->server), error))
		return false;
	return self->known ? check_rights(self) : refuse(self, DD_PROBLEM_UNAUTHORISED, NULL);
}

/* @store: NULL of a route that needs none */
static void
handle_with(DdExchange *self, DdStore *store)
{
	DdServer *server = self->server;
	g_autoptr(GError) error = NULL;
	if (!is_still_let_in(self, store, &error)) {
		if (error != NULL)
			dd_answer_fail(&self->answer, error);
		return;
	}
	DdRequest request = {.server = server,
		.store = store,
		.arena = self->arena,
		.who = self->known ? &self->who : NULL,
		.session = self->session,
		.actor = {dd_server_get_now(server), self->known ? self->who.name : "", self->origin},
		.target = self->target,
		.query = &self->query,
		.id = self->match.id,
		.hash = self->match.hash,
		.cookies = dd_exchange_get_field(self, "Cookie"),
		.content_type = dd_exchange_get_field(self, "Content-Type"),
		.if_match = dd_exchange_get_field(self, "If-Match"),
		.last_event = dd_exchange_get_field(self, "Last-Event-ID"),
		.accept = dd_exchange_get_field(self, "Accept"),
		.body = self->body != NULL ? self->body->data : NULL,
		.body_len = self->body != NULL ? self->body->len : 0,
		.upload = self->upload,
		.lane = self->lane,
		.secure = self->secure};
	const DdRoute *route = self->match.route;
	bool good = route->keeps ? dd_kept_answer(&request, route->run, &self->answer, &error)
				 : route->run(&request, &self->answer, &error);
	if (!good)
		dd_answer_fail(&self->answer, error);
}

static void
handle(DdExchange *self)
{
	DdServer *server = self->server;
	bool needs = !self->match.route->no_store;
	g_autoptr(GError) error = NULL;
	DdStore *store = needs ? dd_store_pool_take(server->pool, dd_server_get_now(server), &error)
			       : NULL;
	if (error != NULL)
		dd_answer_fail(&self->answer, error);
	else
		handle_with(self, store);
	dd_store_pool_give(server->pool, store, self->answer.broken);
}

static void
handle_away(gpointer item, bool late);

/* Has it handled in @lane. Returns: FALSE when nobody takes it there, which is then the answer */
static bool
send_away(DdExchange *self, DdLane lane)
{
	self->lane = lane;
	self->answer.again = DD_LANE_READ;
	if (dd_lane_push(self->server->lanes[lane], handle_away, self))
		return true;
	dd_answer_problem(&self->answer, DD_PROBLEM_UNAVAILABLE, NULL);
	return false;
}

/* The answer is there: the connection's own thread sends it */
static void
come_back(DdExchange *self)
{
	self->state = DD_EXCHANGE_ANSWERED;
	MHD_resume_connection(self->connection);
}

static void
end_grouped(gpointer item, DdGroupOutcome outcome)
{
	DdExchange *self = item;
	if (outcome != DD_GROUP_KEPT) {
		dd_answer_clear(&self->answer);
		self->answer = (DdAnswer){.status = 0};
	}
	if (outcome == DD_GROUP_UNSURE)
		dd_answer_problem(&self->answer, DD_PROBLEM_UNSURE, NULL);
	if (outcome == DD_GROUP_UNDONE) {
		self->known = true; /* at its head; who it is is asked again */
		handle(self);
	}
	come_back(self);
}

/* Together with what others change now */
static void
handle_grouped(DdExchange *self)
{
	DdWriteGroup *group = self->server->group;
	g_autoptr(GError) error = NULL;
	DdStore *store = dd_write_group_enter(group, dd_server_get_now(self->server), &error);
	if (store == NULL) {
		/* by itself it would wait as long as the group did, a second time */
		dd_answer_fail(&self->answer, error);
		come_back(self);
		return;
	}
	handle_with(self, store);
	dd_write_group_leave(group, !self->answer.broken, end_grouped, self);
}

/* In a lane: the answer is made there */
static void
handle_away(gpointer item, bool late)
{
	DdExchange *self = item;
	bool writes = !late && self->lane == DD_LANE_WRITE;
	if (writes && self->match.route->grouped) {
		handle_grouped(self);
		return;
	}
	if (writes)
		dd_write_group_settle(self->server->group);
	if (late)
		dd_answer_problem(&self->answer, DD_PROBLEM_UNAVAILABLE, NULL);
	else
		handle(self);
	if (self->answer.again != DD_LANE_READ && send_away(self, self->answer.again))
		return;
	come_back(self);
}

/* Returns: FALSE when something is wrong with the files, which is then the answer */
static bool
finish_upload(DdExchange *self)
{
	g_autoptr(GError) error = NULL;
	if (!self->match.route->takes_files)
		return true;
	return self->upload != NULL && (dd_upload_finish(self->upload, &error) || fail(self, error));
}

bool
dd_exchange_run(DdExchange *self)
{
	DdLane lane = self->match.route->lane;
	dd_guarded_set(self->guarded, 0);
	self->state = DD_EXCHANGE_ANSWERED;
	if (self->drop) {
		dd_answer_problem(&self->answer, DD_PROBLEM_TOO_LARGE, NULL);
		return true;
	}
	if (!finish_upload(self))
		return true;
	/* those for who vouches are there only where somebody does */
	if (self->server->lanes[lane] == NULL) {
		handle(self);
		lane = self->answer.again;
	}
	if (lane == DD_LANE_READ)
		return true;
	self->state = DD_EXCHANGE_AWAY;
	MHD_suspend_connection(self->connection);
	if (!send_away(self, lane))
		come_back(self);
	return false;
}
