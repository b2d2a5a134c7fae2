using UnionBot.WeChat.Messages;

namespace UnionBot.Tests.WeChat;

/// <summary>Every event that concerns a union account, as XML and as JSON, in both letter cases.</summary>
public sealed class EventTests
{
    [Theory]
    [InlineData("qrscene_factory-7", "factory-7", null)]
    [InlineData("qrscene_", "", null)]
    [InlineData("last_trade_no_42", null, "42")]
    [InlineData("", null, null)]
    [InlineData("scanbarcode|EAN_13|6901", null, null)]
    public void A_follow_is_read_with_its_scene(string eventKey, string? scene, string? trade) => Same(
        new SubscribeEvent(Header("subscribe", eventKey), scene, "T", trade),
        "subscribe",
        $"<EventKey><![CDATA[{eventKey}]]></EventKey><Ticket>T</Ticket>",
        $"\"EventKey\":\"{eventKey}\",\"Ticket\":\"T\"");

    [Fact]
    public void A_follow_without_any_field_is_read() =>
        Same(new SubscribeEvent(Header("subscribe"), null, null, null), "subscribe", "", "");

    [Fact]
    public void An_unfollow_is_read() =>
        Same(new UnsubscribeEvent(Header("unsubscribe")), "unsubscribe", "<EventKey/>", "\"EventKey\":\"\"");

    [Fact]
    public void A_scan_is_read() => Same(
        new ScanEvent(Header("scan", "7"), "7", "T"),
        "SCAN",
        "<EventKey>7</EventKey><Ticket>T</Ticket>",
        """ "EventKey":"7","Ticket":"T" """);

    [Fact]
    public void A_position_is_read() => Same(
        new PositionEvent(Header("location"), 36.5, 117.25, 30),
        "LOCATION",
        "<Latitude>36.5</Latitude><Longitude>117.25</Longitude><Precision>30.0</Precision>",
        """ "Latitude":36.5,"Longitude":117.25,"Precision":30 """);

    [Fact]
    public void A_menu_tap_is_read() =>
        Same(new ClickEvent(Header("click", "MY_UNION")), "CLICK", "<EventKey>MY_UNION</EventKey>", "\"EventKey\":\"MY_UNION\"");

    [Fact]
    public void An_opened_page_is_read()
    {
        Same(
            new ViewEvent(Header("view", "https://a?b&c"), "12"),
            "VIEW",
            "<EventKey><![CDATA[https://a?b&c]]></EventKey><MenuId>12</MenuId>",
            """ "EventKey":"https://a?b&c","MenuId":12 """);
        Same(
            new ViewMiniProgramEvent(Header("view_miniprogram", "pages/index"), null),
            "view_miniprogram",
            "<EventKey>pages/index</EventKey>",
            "\"EventKey\":\"pages/index\"");
    }

    [Theory]
    [InlineData("scancode_push", false)]
    [InlineData("scancode_waitmsg", true)]
    public void A_scanned_code_is_read(string name, bool waits) => Same(
        new ScanCodeEvent(Header(name, "k"), "qrcode", "R", waits),
        name,
        "<EventKey>k</EventKey><ScanCodeInfo><ScanType>qrcode</ScanType><ScanResult>R</ScanResult></ScanCodeInfo>",
        """ "EventKey":"k","ScanCodeInfo":{"ScanType":"qrcode","ScanResult":"R"} """);

    [Theory]
    [InlineData("pic_sysphoto")]
    [InlineData("pic_photo_or_album")]
    [InlineData("pic_weixin")]
    public void Chosen_pictures_are_read(string name)
    {
        const string Xml = """
            <EventKey>k</EventKey><SendPicsInfo><Count>2</Count><PicList>
            <item><PicMd5Sum>a</PicMd5Sum></item> <item><PicMd5Sum>b</PicMd5Sum></item></PicList></SendPicsInfo>
            """;

        Assert.All(
            [
                Samples.EventXml(name, Xml),
                Samples.EventJson(name, """ "EventKey":"k","SendPicsInfo":{"Count":2,"PicList":{"item":[{"PicMd5Sum":"a"},{"PicMd5Sum":"b"}]}} """),
                Samples.EventJson(name, """ "EventKey":"k","SendPicsInfo":{"Count":2,"PicList":[{"PicMd5Sum":"a"},{"PicMd5Sum":"b"}]} """),
            ],
            message =>
            {
                var pictures = Samples.Push<PicturesEvent>(message);
                Assert.Equal(2, pictures.Count);
                Assert.Equal(["a", "b"], pictures.Md5Sums);
            });
    }

    [Fact]
    public void A_chosen_place_is_read() => Same(
        new LocationSelectEvent(Header("location_select", "k"), 36.5, 117.25, 15, "泉城路", "广场"),
        "location_select",
        "<EventKey>k</EventKey><SendLocationInfo><Location_X>36.5</Location_X><Location_Y>117.25</Location_Y>"
        + "<Scale>15</Scale><Label>泉城路</Label><Poiname>广场</Poiname></SendLocationInfo>",
        """ "EventKey":"k","SendLocationInfo":{"Location_X":36.5,"Location_Y":117.25,"Scale":15,"Label":"泉城路","Poiname":"广场"} """);

    [Theory]
    [InlineData("success", DeliveryStatus.Delivered)]
    [InlineData("failed:user block", DeliveryStatus.RefusedByUser)]
    [InlineData("failed: user block", DeliveryStatus.RefusedByUser)]
    [InlineData(" Failed:system failed ", DeliveryStatus.Failed)]
    [InlineData("", DeliveryStatus.Failed)]
    public void The_end_of_a_template_send_is_read(string status, DeliveryStatus expected) => Same(
        new TemplateSendFinished(Header("templatesendjobfinish", "", "200163840"), expected),
        "TEMPLATESENDJOBFINISH",
        $"<MsgID>200163840</MsgID><Status><![CDATA[{status}]]></Status>",
        $"\"MsgID\":200163840,\"Status\":\"{status}\"");

    [Theory]
    [InlineData("send success", true, null)]
    [InlineData("sendsuccess", true, null)]
    [InlineData("send fail", false, null)]
    [InlineData("err(40002)", false, 40002)]
    public void The_end_of_a_mass_send_is_read(string status, bool succeeded, int? code)
    {
        var xml = $"""
            <MsgID>1000001625</MsgID><Status><![CDATA[{status}]]></Status><TotalCount>100</TotalCount><FilterCount>80</FilterCount>
            <SentCount>75</SentCount><ErrorCount>5</ErrorCount>
            <CopyrightCheckResult><Count>1</Count><ResultList><item><ArticleIdx>1</ArticleIdx><UserDeclareState>0</UserDeclareState>
            <AuditState>2</AuditState><OriginalArticleUrl>https://o</OriginalArticleUrl><OriginalArticleType>1</OriginalArticleType>
            <CanReprint>1</CanReprint><NeedReplaceContent>0</NeedReplaceContent><NeedShowReprintSource>1</NeedShowReprintSource></item>
            </ResultList><CheckState>2</CheckState></CopyrightCheckResult>
            <ArticleUrlResult><Count>1</Count><ResultList><item><ArticleIdx>1</ArticleIdx><ArticleUrl>https://a</ArticleUrl></item>
            </ResultList></ArticleUrlResult>
            """;
        const string Lists = """
            "CopyrightCheckResult":{"ResultList":[{"ArticleIdx":1,"UserDeclareState":0,"AuditState":2,"OriginalArticleUrl":"https://o",
            "OriginalArticleType":1,"CanReprint":1,"NeedReplaceContent":false,"NeedShowReprintSource":true}]},
            "ArticleUrlResult":{"ResultList":{"item":{"ArticleIdx":1,"ArticleUrl":"https://a"}}}
            """;
        var json = $"\"MsgID\":1000001625,\"Status\":\"{status}\",\"TotalCount\":100,\"FilterCount\":80,\"SentCount\":75,\"ErrorCount\":5,{Lists}";

        Assert.All([Samples.EventXml("MASSSENDJOBFINISH", xml), Samples.EventJson("masssendjobfinish", json)], message =>
        {
            var finished = Samples.Push<MassSendFinished>(message);
            Assert.Equal(("1000001625", succeeded, code), (finished.MsgId, finished.Succeeded, finished.FailureCode));
            Assert.Equal((100, 80, 75, 5), (finished.TotalCount, finished.FilterCount, finished.SentCount, finished.ErrorCount));
            Assert.Equal([new CopyrightCheck(1, 0, 2, "https://o", 1, true, false, true)], finished.CopyrightChecks);
            Assert.Equal([new ArticleAddress(1, "https://a")], finished.Articles);
        });
    }

    [Fact]
    public void The_end_of_a_publication_is_read()
    {
        const string Xml = """
            <PublishEventInfo><publish_id>2247503051</publish_id><publish_status>2</publish_status><article_id>b5O</article_id>
            <article_detail><count>1</count><item><idx>1</idx><article_url>https://a</article_url></item></article_detail>
            <fail_idx>2</fail_idx><fail_idx>3</fail_idx></PublishEventInfo>
            """;
        const string Json = """
            "PublishEventInfo":{"publish_id":2247503051,"publish_status":2,"article_id":"b5O",
            "article_detail":{"count":1,"item":{"idx":1,"article_url":"https://a"}},"fail_idx":[2,3]}
            """;

        Assert.All([Samples.EventXml("PUBLISHJOBFINISH", Xml), Samples.EventJson("PUBLISHJOBFINISH", Json)], message =>
        {
            var finished = Samples.Push<PublishFinished>(message);
            Assert.Equal(("2247503051", 2, "b5O"), (finished.PublishId, finished.Status, finished.ArticleId));
            Assert.Equal([new ArticleAddress(1, "https://a")], finished.Articles);
            Assert.Equal([2, 3], finished.FailedIndexes);
        });
    }

    [Fact]
    public void Answers_about_notices_are_read_whether_one_or_many()
    {
        const string One = "<List><TemplateId>t1</TemplateId><SubscribeStatusString>accept</SubscribeStatusString><PopupScene>2</PopupScene></List>";
        const string Other = "<List><TemplateId>t2</TemplateId><SubscribeStatusString>reject</SubscribeStatusString></List>";
        const string OneJson = """{"TemplateId":"t1","SubscribeStatusString":"accept","PopupScene":"2"}""";
        const string OtherJson = """{"TemplateId":"t2","SubscribeStatusString":"reject"}""";
        NoticeChoice accepted = new("t1", true, 2), rejected = new("t2", false, null);

        Expect([accepted], Samples.EventXml(Name, $"<SubscribeMsgPopupEvent>{One}</SubscribeMsgPopupEvent>"));
        Expect([accepted, rejected], Samples.EventXml(Name, $"<SubscribeMsgPopupEvent>{One}{Other}</SubscribeMsgPopupEvent>"));
        Expect([accepted], Samples.EventJson(Name, $"\"SubscribeMsgPopupEvent\":{{\"List\":{OneJson}}}"));
        Expect([accepted, rejected], Samples.EventJson(Name, $"\"SubscribeMsgPopupEvent\":{{\"List\":[{OneJson},{OtherJson}]}}"));
        Expect([accepted, rejected], Samples.EventJson(Name, $"\"List\":[{OneJson},{OtherJson}]"));
        Expect([], Samples.EventXml(Name, ""));

        static void Expect(NoticeChoice[] choices, string message) =>
            Assert.Equal(choices, Samples.Push<NoticeAnswered>(message).Choices);
    }

    private const string Name = "subscribe_msg_popup_event";

    [Fact]
    public void A_notice_switched_off_is_read() => Assert.Equal(
        [new NoticeChoice("t1", false, null)],
        Samples.Push<NoticeChanged>(Samples.EventXml(
            "subscribe_msg_change_event",
            "<SubscribeMsgChangeEvent><List><TemplateId>t1</TemplateId><SubscribeStatusString>reject</SubscribeStatusString></List></SubscribeMsgChangeEvent>")).Choices);

    [Fact]
    public void The_delivery_of_a_notice_is_read()
    {
        NoticeDelivery[] expected = [new("t1", "17", 0, "success"), new("t1", "18", 43101, "user refuse")];

        var xml = Samples.EventXml("subscribe_msg_sent_event", """
            <SubscribeMsgSentEvent><List><TemplateId>t1</TemplateId><MsgID>17</MsgID><ErrorCode>0</ErrorCode><ErrorStatus>success</ErrorStatus></List>
            <List><TemplateId>t1</TemplateId><MsgID>18</MsgID><ErrorCode>43101</ErrorCode><ErrorStatus>user refuse</ErrorStatus></List></SubscribeMsgSentEvent>
            """);
        var json = Samples.EventJson("subscribe_msg_sent_event", """
            "SubscribeMsgSentEvent":{"List":[{"TemplateId":"t1","MsgID":"17","ErrorCode":"0","ErrorStatus":"success"},
            {"TemplateId":"t1","MsgID":18,"ErrorCode":43101,"ErrorStatus":"user refuse"}]}
            """);

        Assert.Equal(expected, Samples.Push<NoticeSent>(xml).Deliveries);
        Assert.Equal(expected, Samples.Push<NoticeSent>(json).Deliveries);
    }

    [Fact]
    public void Sessions_of_the_platforms_own_customer_service_are_read()
    {
        Same(
            new StaffSessionOpened(Header("kf_create_session"), "a@gh"),
            "kf_create_session", "<KfAccount>a@gh</KfAccount>", "\"KfAccount\":\"a@gh\"");
        Same(
            new StaffSessionClosed(Header("kf_close_session"), "a@gh", "KF"),
            "kf_close_session", "<KfAccount>a@gh</KfAccount><CloseType>KF</CloseType>", "\"KfAccount\":\"a@gh\",\"CloseType\":\"KF\"");
        Same(
            new StaffSessionSwitched(Header("kf_switch_session"), "a@gh", "b@gh"),
            "kf_switch_session",
            "<FromKfAccount>a@gh</FromKfAccount><ToKfAccount>b@gh</ToKfAccount>",
            "\"FromKfAccount\":\"a@gh\",\"ToKfAccount\":\"b@gh\"");
    }

    [Theory]
    [InlineData("user_info_modified", UserDataChange.Modified)]
    [InlineData("user_authorization_revoke", UserDataChange.Revoked)]
    [InlineData("user_authorization_cancellation", UserDataChange.Cancelled)]
    public void A_change_of_personal_data_is_read(string name, UserDataChange change)
    {
        Assert.All(
            [
                Samples.EventXml(name, "<OpenID>o9</OpenID><AppID>wx9</AppID><RevokeInfo>201,206</RevokeInfo>"),
                Samples.EventXml(name, "<OpenID>o9</OpenID><AppID>wx9</AppID><RevokeInfo>201</RevokeInfo><RevokeInfo>206</RevokeInfo>"),
                Samples.EventJson(name, """ "OpenID":"o9","AppID":"wx9","RevokeInfo":[201,"206"] """),
            ],
            message =>
            {
                var data = Samples.Push<UserDataEvent>(message);
                Assert.Equal((change, "o9", "wx9"), (data.Change, data.OpenId, data.AppId));
                Assert.Equal([201, 206], data.RevokedKinds);
            });
    }

    [Theory]
    [InlineData("qualification_verify_success", VerificationChange.QualificationVerified, "ExpiredTime")]
    [InlineData("qualification_verify_fail", VerificationChange.QualificationFailed, "FailTime")]
    [InlineData("naming_verify_success", VerificationChange.NameVerified, "ExpiredTime")]
    [InlineData("naming_verify_fail", VerificationChange.NameFailed, "FailTime")]
    [InlineData("annual_renew", VerificationChange.RenewalDue, "ExpiredTime")]
    [InlineData("verify_expired", VerificationChange.Expired, "ExpiredTime")]
    public void News_of_the_verification_is_read(string name, VerificationChange change, string field) => Same(
        new VerificationEvent(Header(name), change, DateTimeOffset.FromUnixTimeSeconds(1_800_000_000), "材料不全"),
        name,
        $"<{field}>1800000000</{field}><FailReason>材料不全</FailReason>",
        $"\"{field}\":1800000000,\"FailReason\":\"材料不全\"");

    [Theory]
    [InlineData("card_pass_check")]
    [InlineData("user_get_card")]
    [InlineData("poi_check_notify")]
    [InlineData("WifiConnected")]
    [InlineData("ShakearoundUserShake")]
    [InlineData("merchant_order")]
    [InlineData("user_authorize_invoice")]
    [InlineData("ENTER")]
    [InlineData("user_enter_tempsession")]
    [InlineData("debug_demo")]
    public void Events_of_abilities_we_do_not_use_are_ignored(string name) =>
        Samples.Push<IgnoredEvent>(Samples.EventXml(name, "<CardId>c</CardId>"));

    [Fact]
    public void Two_events_of_one_person_in_one_second_are_told_apart()
    {
        string[] keys =
        [
            Samples.Push<ClickEvent>(Samples.EventXml("CLICK", "<EventKey>a</EventKey>")).DedupeKey,
            Samples.Push<ClickEvent>(Samples.EventXml("CLICK", "<EventKey>b</EventKey>")).DedupeKey,
            Samples.Push<PositionEvent>(Samples.EventXml("LOCATION", "")).DedupeKey,
            Samples.Push<TemplateSendFinished>(Samples.EventXml("TEMPLATESENDJOBFINISH", "<MsgID>1</MsgID>")).DedupeKey,
            Samples.Push<TemplateSendFinished>(Samples.EventXml("TEMPLATESENDJOBFINISH", "<MsgID>2</MsgID>")).DedupeKey,
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal($"{Samples.Person}|{Samples.Created}|click|a|", keys[0]);
    }

    private static PushHeader Header(string name, string eventKey = "", string msgId = "") => new(
        Samples.Account, Samples.Person, DateTimeOffset.FromUnixTimeSeconds(Samples.Created), msgId, name, eventKey);

    private static void Same<T>(T expected, string name, string xml, string json)
        where T : Push
    {
        Assert.Equal(expected, Samples.Push<T>(Samples.EventXml(name, xml)));
        Assert.Equal(expected, Samples.Push<T>(Samples.EventJson(name, json)));
        Assert.Equal(expected, Samples.Push<T>(Samples.EventXml(name.ToUpperInvariant(), xml)));
        Assert.Equal(expected, Samples.Push<T>(Samples.EventXml(name.ToLowerInvariant(), xml)));
    }
}
