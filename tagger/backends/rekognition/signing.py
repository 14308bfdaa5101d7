"""Who asks Amazon: where the keys come from, and how a request is signed with them (Signature Version 4).

botocore finds the keys and signs. The requests themselves go the way of all backends, since only that tells what has
left when a connection breaks, bounds what is read, and repeats nothing that may have been charged.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from botocore import auth, awsrequest, credentials
from botocore.exceptions import BotoCoreError

from tagger.backends.online import key
from tagger.backends.rekognition import TITLE
from tagger.errors import BackendRefused, BackendUnavailable

SERVICE = "rekognition"

# They log what is signed, a session's token with it.
for _name in ("botocore", "boto3", "urllib3"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Signer:
    """Signs for one region. Blocking: keys may have to be renewed.

    Attributes:
        credentials: As botocore has them.
        region: Of the service.
    """

    credentials: credentials.Credentials
    region: str

    def secrets(self) -> Collection[str]:
        """What must appear in no text."""
        frozen = self._frozen()
        return [text for text in (frozen.secret_key, frozen.access_key, frozen.token) if text]

    def headers(self, url: str, target: str, body: bytes) -> dict[str, str]:
        """The headers of a POST, its signature among them.

        Args:
            url: The whole of it.
            target: ``X-Amz-Target``.
            body: What is sent.

        Raises:
            BackendRefused: keys cannot be renewed.
        """
        named = {"Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": target}
        request = awsrequest.AWSRequest("POST", url, named, body)
        auth.SigV4Auth(self._frozen(), SERVICE, self.region).add_auth(request)
        return {name: str(value) for name, value in request.headers.items()}

    def _frozen(self) -> credentials.ReadOnlyCredentials:
        try:
            return self.credentials.get_frozen_credentials()
        except BotoCoreError as error:
            raise BackendRefused(
                f"The keys for {TITLE} cannot be renewed ({type(error).__name__}).", "Sign in to AWS again."
            ) from None


def with_keys(secrets: Mapping[str, str], region: str) -> Signer:
    """Sign with the secrets of the backend, and with nothing else that this machine may hold.

    Raises:
        BackendUnavailable: one is missing, or is none.
    """
    if not (secrets.get("access_key_id") and secrets.get("secret_access_key")):
        raise BackendUnavailable(
            f"{TITLE} needs an access key ID and its secret access key.",
            "Set ACCESS_KEY_ID and SECRET_ACCESS_KEY, or the option credentials to chain.",
        )
    token = key(secrets, "session_token") if secrets.get("session_token") else None
    found = credentials.Credentials(key(secrets, "access_key_id"), key(secrets, "secret_access_key"), token)
    return Signer(found, region)


def with_chain(profile: str, region: str) -> Signer:
    """Sign with what AWS's own programs would use here: environment, settings files, sign-in, machine. Blocking.

    Raises:
        BackendUnavailable: they find nothing.
    """
    import boto3

    try:
        found = boto3.session.Session(profile_name=profile or None, region_name=region).get_credentials()
    except BotoCoreError as error:
        raise BackendUnavailable(
            f"AWS's own settings cannot be used ({type(error).__name__}).", "Check them, and the option profile."
        ) from None
    if found is None:
        raise BackendUnavailable("AWS's own programs have no keys on this machine.", "Set credentials to keys.")
    return Signer(found, region)
