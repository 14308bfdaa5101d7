"""What the documents of the four services say, and the test that holds each backend to it.

``TABLE`` is document -> (test module, (sentence, test)); ``ASKS_NOTHING`` are sentences that no client can do anything
about. Sentences are quoted letter by letter, but for their white space.
"""

from __future__ import annotations

Rows = tuple[tuple[str, str], ...]
UPLOADCARE_06 = "000_6c67c647ef556479.txt"
IMAGERECOGNIZE = "001_c11a4a2117ec02cb.txt"
CRAFTAR = "002_58bfc2ab07f56a84.txt"
IMAGEINTELLIGENCE = "003_009f58c73a3c2075.txt"
UPLOADCARE_07 = "004_9f14be23f54ee97a.txt"

_STATUS = "test_every_documented_status_is_understood"
_PARAMETERS = "test_every_type_is_asked_with_its_own_parameters"
_RANGES = "test_parameters_out_of_range_are_refused_before_anything_is_sent"
_BARE = "test_what_is_sent_is_a_bare_upright_jpeg_under_a_random_name"
_WAITS = "test_version_06_waits_while_null_and_reads_numbers"
_LIST = "test_the_list_of_the_project_gives_results_of_what_was_sent"
_KNOWN = "test_what_is_known_of_an_item_is_kept"
_LABELS = "test_objects_become_labels_by_their_identities"
_FORM = "test_the_request_has_the_form_of_the_documentation"
_IDS = "test_nothing_but_the_picture_and_random_ids_leaves"

TABLE: dict[str, tuple[str, Rows]] = {
    UPLOADCARE_06: (
        "test_uploadcare.py",
        (
            ("you get a list of objects detected in your image paired with confidence levels", _WAITS),
            ("you should upload at least one image to a recognition-enabled project to proceed", _WAITS),
            ("use Upload API", "test_what_is_uploaded_says_nothing_and_is_not_stored"),
            ("you can make an API call to acquire a list of detected objects and related confidence levels", _WAITS),
            ("it can take some extra time after a file is_ready", _WAITS),
            ("Object Recognition will only work with the API v0.6", _WAITS),
            ("you make file info requests to our API endpoint specifying the add_fields parameter", _WAITS),
            ("via GET requests, for multi-file and single-file cases", _LIST),
            ("GET /files/?add_fields=rekognition_info", _LIST),
            ("GET /files/:uuid/?add_fields=rekognition_info", _WAITS),
            ("a list holding object classes and confidence levels, in the response JSON", _WAITS),
            (":uuid identifies the unique image for which you are requesting info", _WAITS),
            ("Accept header points at the REST API v0.6. That should be set explicitly", _WAITS),
            (
                "requires your Uploadcare project Public and Secret keys",
                "test_wrong_keys_are_refused_for_all_and_not_told",
            ),
            ("In a single-file example, :uuid identifies the image we get info for", _WAITS),
            ("no :uuid is provided; you will receive detection info for all files in your project", _LIST),
            ("Once we make a single-file request that is properly authenticated", _WAITS),
            ("highest confidence levels can be found in rekognition_info", _WAITS),
            ('"is_image": true', "test_version_06_does_not_wait_for_ever_for_what_is_no_picture"),
            ("The possible values for rekognition_info are", _WAITS),
            ("null, the analysis has not yet finished", _WAITS),
            (
                "{}, Object Recognition was unable to identify any known objects in an image",
                "test_version_06_nothing_found_is_an_answer",
            ),
            ("info on detected objects and related confidence levels", _WAITS),
            ("confidence levels are floating point numbers in the range from 0 to 1", _WAITS),
        ),
    ),
    UPLOADCARE_07: (
        "test_uploadcare.py",
        (
            (
                "Basic file information, e.g. EXIF",
                "test_what_is_uploaded_says_nothing_and_is_not_stored",
            ),
            (
                "Optional file analyses (e.g. virus checking or object recognition)",
                "test_further_analyses_are_facts_of_the_photo",
            ),
            (
                "we can return to you information about the file and its content",
                "test_version_07_gives_boxes_and_parents",
            ),
            ('"content_info": {', "test_version_07_gives_boxes_and_parents"),
            ('"geo_location": {', "test_what_is_uploaded_says_nothing_and_is_not_stored"),
            ('"infected_with": "Win.Test.EICAR_HDB-1"', "test_further_analyses_are_facts_of_the_photo"),
            ('"foreground_type": "person"', "test_further_analyses_are_facts_of_the_photo"),
            ('"aws_rekognition_detect_labels": {', "test_version_07_gives_boxes_and_parents"),
            ('"Confidence": 93.41645812988281', "test_version_07_gives_boxes_and_parents"),
            ('"Parents": [ { "Name": "Home Decor" } ]', "test_version_07_gives_boxes_and_parents"),
            ("File info response includes a value of a perceptual hash", "test_version_07_gives_boxes_and_parents"),
            ("a 64-bit long perceptual hash value and returns it as a HEX string", _WAITS),
        ),
    ),
    IMAGERECOGNIZE: (
        "test_imagerecognize.py",
        (
            ("GET / POSThttps://imagerecognize.com/api/v2/", "test_objects_become_labels_with_boxes"),
            ("GET / POSTapikeystringYes", _BARE),
            ("GET / POSTtypestringYes", _PARAMETERS),
            ("POSTmax_labelsint > 0If ‘type’ is ‘objects’", _RANGES),
            ("POSTmin_confidence0 <= int <= 100If ‘type’ is ‘objects’", _RANGES),
            ("POSTnsfw_min_confidence0 <= int <= 100If ‘type’ is ‘nsfw’", _RANGES),
            ("The apikey is used to validate the request source and must be sent with all client requests", _BARE),
            (
                "GET request is only allowed together with type ‘cache’",
                "test_cached_results_cost_nothing_and_are_found_by_the_name_sent",
            ),
            ("It must be one of the following string values", "test_the_types_chosen_are_the_operations"),
            ("POSTobjectsIdentify objects using the Object Recognizer", "test_objects_become_labels_with_boxes"),
            ("POSTcelebritiesIdentify celebrities using the Celebrities Recognizer", _PARAMETERS),
            ("POSTdetect_facesDetect and identify faces using Face Recognizer", _PARAMETERS),
            ("POSTdetect_textExtract text using Text Recognizer", _PARAMETERS),
            ("POSTnsfwDetect unsafe and NSFW content using NSFW Recognizer", _PARAMETERS),
            (
                "GET / POSTcacheRetrieve cached results from previous API calls",
                "test_cached_results_cost_nothing_and_are_found_by_the_name_sent",
            ),
            ("The image must be in PNG, JPG or JPEG format", _BARE),
            ("max_labels parameter is used to set the maximum number of detected objects in the response", _BARE),
            ("This parameter is used only for type ‘objects’", _PARAMETERS),
            ("min_confidence parameter is used to set a lower threshold of confidence detection", _BARE),
            ("similar to the min_confidence parameter, but used for the type ‘nsfw’ instead", _PARAMETERS),
            ("An API response consists of 3 main fields", _STATUS),
            ("status – HTTP response status code", "test_a_bad_key_is_refused_for_all_whatever_http_says"),
            ("message – A short status message", _STATUS),
            ("data – The main data object", "test_objects_become_labels_with_boxes"),
            ("Your request was analyzed and returned with no errors", "test_objects_become_labels_with_boxes"),
            ("”status_message”:”Invalid request, no data received”", _STATUS),
            ("Note the slash at the end after version number", "test_objects_become_labels_with_boxes"),
            ("”status_message”:”APIkey missing”", _STATUS),
            ("Your request was sent without an APIKey", _STATUS),
            ("”status_message”:”APIkey invalid”", "test_a_bad_key_is_refused_for_all_whatever_http_says"),
            ("The passed APIKey is invalid", "test_a_bad_key_is_refused_for_all_whatever_http_says"),
            ("”status_message”:”Quota limit reached”", "test_a_spent_quota_is_refused_for_all"),
            ("This error will occur if you would exceed this quota", "test_a_spent_quota_is_refused_for_all"),
            ("”status_message”:”Invalid file”", _STATUS),
            ("Your request was sent with an invalid coded file", _STATUS),
            ("”status_message”:”Image size too large”", _STATUS),
            ("Your request was sent with a too large image. Max size is 50Mb", _STATUS),
            ("”status_message”:”Invalid file format”", _STATUS),
            ("Only PNG, JPG and JPEG files are supported", _STATUS),
            ("”status_message”:”Invalid type”", _STATUS),
            ("Your request was sent with an invalid parameter type", _STATUS),
            (
                "an invalid or missing parameter for the specified type. See returned status message for details",
                _STATUS,
            ),
            (
                "A data object will be included in the response if the request was successful",
                "test_an_answer_without_objects_is_unreadable",
            ),
            (
                "errorThis is either ‘0’ if there was no error or it contains a brief error description",
                "test_an_error_in_the_data_fails_the_photo",
            ),
            ("objectsThe results containing an array of identified objects", "test_nothing_found_is_an_answer"),
            (
                "quotaThe quota that is left for use in the account after this response",
                "test_objects_become_labels_with_boxes",
            ),
        ),
    ),
    CRAFTAR: (
        "test_craftar.py",
        (
            ("sends an image recognition request", "test_items_become_labels_with_the_box_around_their_corners"),
            (
                "token: the Token of the collection to be searched",
                "test_what_is_sent_is_a_bare_picture_with_the_token_in_the_form",
            ),
            (
                "image: the query image, as binary image file in jpeg or png (without transparency) format",
                "test_what_is_sent_is_a_bare_picture_with_the_token_in_the_form",
            ),
            (
                "(optional) bboxes: the response will include bounding boxes. By default it’s false",
                "test_boxes_come_only_where_they_are_asked_for",
            ),
            ("embed_custom: the response custom data will be embedded", "test_custom_data_can_be_embedded"),
            (
                "we recommend getting just URLs (i.e. no embedding) and caching the data",
                "test_custom_data_is_fetched_once_and_never_with_the_token",
            ),
            (
                "the parameters must use multipart/form-data encoding",
                "test_what_is_sent_is_a_bare_picture_with_the_token_in_the_form",
            ),
            (
                "ordered by their scores, i.e. the first item has the highest score",
                "test_items_become_labels_with_the_box_around_their_corners",
            ),
            ("If no items are recognized, this will be an empty JSON array", "test_nothing_found_is_an_answer"),
            ("uuid: the item id", _KNOWN),
            ("name: the item name", "test_items_become_labels_with_the_box_around_their_corners"),
            ("(optional) url: the item url (if it exists)", _KNOWN),
            ("(optional) custom: the item custom data (if it exists)", _KNOWN),
            ("(optional) tracking: the tracking data (if it exists)", _KNOWN),
            ("(optional) content: the content (if it exists)", _KNOWN),
            ("image: the best matching reference image among all images representing the item", _KNOWN),
            ("uuid: the image id", _KNOWN),
            ("thumb_120: a thumbnail of the image, 120×120 pixels", _KNOWN),
            (
                "score: the recognition score, representing the similarity",
                "test_the_scale_of_scores_is_told_by_the_scores",
            ),
            (
                "(optional) bbox: the bounding box (if exists)",
                "test_items_become_labels_with_the_box_around_their_corners",
            ),
            (
                "a much more specific and informative error codes in the JSON response",
                "test_codes_about_the_account_stop_all_with_advice",
            ),
        ),
    ),
    IMAGEINTELLIGENCE: (
        "test_imageintelligence.py",
        (
            ("POST https://api.imageintelligence.com/v2/recognize", _FORM),
            ("you can also specify an array of image objects", "test_one_job_has_many_photos_and_is_read_by_their_ids"),
            ("Similar to other endpoints such as /detect", "test_classes_are_looked_for_by_detect"),
            ("you will still receive detection bounding boxes objects found prior to recognition", _LABELS),
            (
                "See /identities on how you can create identities with detected objects",
                "test_naming_a_box_makes_an_identity_that_the_next_run_knows",
            ),
            ("/recognize introduces a concept we call namespace", "test_every_public_form_of_the_address_is_spoken"),
            ("Namespaces are ways to segment identities, groups and images", "test_each_identity_is_asked_for_once"),
            ("namespace required pathstring", "test_every_public_form_of_the_address_is_spoken"),
            ("images required body array[object]", _FORM),
            (
                "Each object should contain either the image URL or blob of image bytes",
                "test_a_public_photo_goes_by_its_address",
            ),
            ("Min Items: 1, Max Items: 64", "test_a_job_has_64_photos_at_most"),
            (
                "URL of the image Max Length: 512",
                "test_an_address_that_is_too_long_is_not_sent_in_another_way",
            ),
            ("Base64-encoded image bytes", _FORM),
            ("An arbitrary client specific resource identifier to reference this image (usually UUID)", _IDS),
            ("Publicly accessible POST endpoint for receiving job status updates", _FORM),
            ("Max Length: 2048", "test_what_the_service_would_refuse_is_refused_before_anything_is_sent"),
            ("An arbitrary client specific resource identifier to reference this job (usually UUID)", _IDS),
            ("User specified ID to reference the source of the images within this job", _FORM),
            ("Max Length: 64", "test_lengths_up_to_the_limit_are_taken"),
            ("Recognition job request was successfully submitted", "test_a_job_is_asked_for_until_it_is_done"),
            ("The status for a job", "test_a_status_that_is_none_is_a_fault"),
            ("COMPLETED_SUCCESSFULLY, COMPLETED_PARTIAL_ERROR", "test_no_objects_after_errors_are_not_nothing_found"),
            ("COMPLETED_ALL_ERROR, IN_PROGRESS", "test_a_job_that_failed_over_all_has_no_answers"),
            ('"status": "COMPLETED_SUCCESSFULLY"', "test_a_job_that_is_done_at_once_is_not_asked_for"),
            ("customId optional string", "test_a_single_image_without_its_id_cannot_be_mistaken"),
            ("objects required array[object]", "test_nothing_found_is_an_answer_where_all_went_well"),
            ("identityId optional string", _LABELS),
            ("confidence required number", "test_what_is_less_sure_than_asked_for_is_left_out"),
            ("xMin required number Format: int32", "test_boxes_are_fractions_or_pixels_of_what_was_sent"),
            ("boundingBox required object", "test_boxes_are_fractions_or_pixels_of_what_was_sent"),
        ),
    ),
}

ASKS_NOTHING: dict[str, tuple[str, ...]] = {
    UPLOADCARE_06: (
        "Consider implementing Object Recognition for testing purposes only",
        "drop us a line with your feature request",
        "Here’s where the technical details begin",
        "The endpoint for requesting Object Recognition info is",
        "Here is how it looked like",
        "setting a threshold based on which your system will then operate",  # every backend's labels have one in review
        "Here are some examples analyzed via our Object Recognition",
        "You can find detected object classes like Town",
        "The second example shows",
        "Those additional context layers",
        "The third example uncovers",
        "Street photo with a building",
    ),
    UPLOADCARE_07: (
        "we can extract file data that you can use to your benefit",
        "You can use this data to validate and moderate incoming files",
        # Hashes of the service are shown; photos are compared by ours, which need no upload.
        "it's important to compare perceptual hash values bitwise",
    ),
    IMAGERECOGNIZE: ("Read more about our API and how to register for it here",),
    CRAFTAR: ("The example uses query image", "The JSON dictionary has the following fields"),
    IMAGEINTELLIGENCE: (
        "UNIX timestamp for when the job was created",
        "UNIX timestamp for when the face was created",
    ),
}
