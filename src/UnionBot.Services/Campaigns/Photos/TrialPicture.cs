namespace UnionBot.Services.Campaigns.Photos;

/// <summary>A picture of our own, some shapes on a slope of grey, by which the program shows that it reads and scales as we expect.</summary>
internal static class TrialPicture
{
    /// <summary>What it hashes to; see <see cref="PictureHash"/>.</summary>
    public const long Hash = unchecked((long)0x957A_6A37_6AB8_382A);

    public static ReadOnlyMemory<byte> Content { get; } = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAoHBwgHBgoICAgLCgoLDhgQDg0NDh0VFhEYIx8lJCIfIiEmKzcvJik0KSEiMEExNDk7" +
        "Pj4+JS5ESUM8SDc9Pjv/wAALCABIAGABAREA/8QAGwAAAQUBAQAAAAAAAAAAAAAAAAECBAUGBwP/xAAuEAABAwIEBAUEAwEAAAAA" +
        "AAABAAIDBBEFE2GRBhIhQRQxUVJTFSNUcSIkQjL/2gAIAQEAAD8Aw+SlyVMosCr8QNqame/UBWM3BGNwx5jqRxGippqGaneWTRuY" +
        "4diF5ZKDGALk2Cb9v3jdH2/eN0fb943R9v3jdOEVxcKdk6LQ8JcMnGq68gtBH1dqut0WH01BA2KniaxoFugUkgHoQs/xHwtSYxSP" +
        "IjaycC7XALkFXQPo6mSCRtnMNiqvGGFmHvcOiyebJ7zujNk953Rmye87pRLJf/s7rY0MfNRxE92q2ydF1HgWkZBggeALvNytMhC5" +
        "bxzRMixtz2gfzFysPj8fLhUhWIQhDfMLoGGxXw+E2/yFcZOi3vBFa00bqRzv5NNwFrEJHODGlzjYBcu4mqRX4vI9pu1vQLK8QUsk" +
        "uFSMjYXOPYLDfSK/8aTZH0iv/Gk2R9Ir/wAaTZK3CK+4/rSbLoOGU7mYfC1zSHBouCrjJUiinloahs0JIIW1w/iimnjDag5b+6ny" +
        "Y1QRs5jO0/pZzGuJjUxugpLhp6FyyxiJJJ8ykydEZA9BsjIHoNkZA9BsjIHoEZKnZOiMnRLlIyyjJS5Itqm5OiMnRK2AuNmtJOif" +
        "4KX4nbI8FL8TtkjqV7BdzCBqFLydEZOiMrRMcGt/a80L0jaHBPydFZYDCDicfM0Eara+Hh+NuyPDw/G3ZUnE0DBQt5WAHm7BUOTo" +
        "kcwMF3dFDlnv0Z5KOhCfE7keD2Vi2MObcKwwaPlxFhWtuPVFx6qp4hbzUbRqqfJXhNQiY9XH9LwOEDs5MOEO7PTDhM3YhMOGTjyF" +
        "0w4fUD/Cn0LJA0skaRbyU1jXRu5mmx9QvXxFR8rt0eIqPldumSPllFnvLhqv/9k=");
}
