// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.auth.web.BodyTooLargeException;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every failure as RFC 9457 problem+json: what is wrong, where, and what to do; never a stack trace. */
final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
    private static final int FRAMES = 12;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Context
    private @Nullable HttpHeaders headers;

    @Context
    private @Nullable Request request;

    @Override
    public Response toResponse(Throwable failure) {
        return ProblemResponse.of(problems(failure, reads()), Languages.of(headers));
    }

    private boolean reads() {
        return request != null && READING.contains(request.getMethod());
    }

    private static List<Problem> problems(Throwable failure, boolean reads) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException large) {
                return List.of(Problem.at(ErrorCode.BODY_TOO_LARGE, "", "max", Long.toString(large.limit())));
            }
            if (cause instanceof IOException) {
                // only the connection throws these: the client has gone, or sent less than it promised
                return List.of(Problem.at(ErrorCode.MALFORMED, "", "detail", "incomplete request"));
            }
        }
        return switch (failure) {
            case ProblemException refused -> refused.problems();
            case StoreUnavailableException gone ->
                List.of(Problem.of(reads ? ErrorCode.STORE_UNREADABLE : ErrorCode.STORE_UNAVAILABLE));
            case WebApplicationException web ->
                List.of(ofStatus(web.getResponse().getStatus()));
            default -> List.of(internal(failure));
        };
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> Problem.of(ErrorCode.NOT_FOUND);
            case 405 -> Problem.of(ErrorCode.METHOD_NOT_ALLOWED);
            case 406 -> Problem.of(ErrorCode.NOT_ACCEPTABLE);
            case 415 -> Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
            case 503 -> Problem.of(ErrorCode.BUSY);
            default -> Problem.at(ErrorCode.MALFORMED, "", "detail", "status " + status);
        };
    }

    /** Logs where it happened but not the message, which may carry what was typed. */
    private static Problem internal(Throwable failure) {
        String reference = UUID.randomUUID().toString();
        String trace = Stream.of(failure.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        LOG.error("{} {} at {}", reference, failure.getClass().getName(), trace);
        return new Problem(ErrorCode.INTERNAL, "", Map.of("reference", reference));
    }
}
